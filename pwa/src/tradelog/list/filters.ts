import type { Day, Id } from '@taffrail/domain/kernel';
import { grades } from '@taffrail/domain/playbooks';
import type { PositionRow, ResponseRow } from '@taffrail/replica';
import { isAnswered, readWanted, type AnswersOf } from './answers.ts';
import { breachFilters, isBroken, type BrokenOf } from './brokenRules.ts';
import { choiceParam, listParam, textParam, type ValuesOf } from '../../routes/index.ts';

export const results = ['won', 'lost', 'even'] as const;
export const statuses = ['open', 'planned', 'closed'] as const;
export const groupings = ['day', 'symbol', 'strategy', 'tag', 'account', 'playbook', 'grade', 'answer'] as const;
const strategies = ['stock', 'future', 'single', 'vertical', 'butterfly', 'custom'] as const;

/** What the list shows, as its address says it: so a view can be returned to, kept by name, and sent to somebody. */
export const listParams = {
  q: textParam,
  status: choiceParam(statuses),
  account: textParam,
  strategy: choiceParam(strategies),
  tag: listParam,
  from: textParam,
  to: textParam,
  result: choiceParam(results),
  playbook: textParam,
  grade: choiceParam(grades),
  answer: listParam,
  breach: choiceParam(breachFilters),
  group: choiceParam(groupings),
  /** The field of the playbook that trades are grouped by. */
  field: textParam,
  sort: textParam,
};

export type ListSearch = ValuesOf<typeof listParams>;
export type Filters = Omit<ListSearch, 'group' | 'field' | 'sort'>;
export type Grouping = NonNullable<ListSearch['group']>;

export const noFilters: Filters = {
  q: '',
  status: undefined,
  account: '',
  strategy: undefined,
  tag: [],
  from: '',
  to: '',
  result: undefined,
  playbook: '',
  grade: undefined,
  answer: [],
  breach: undefined,
};

const filterNames = Object.keys(noFilters) as readonly (keyof Filters)[];

/** How rows are put in order or together leaves none of them out. */
export const isFiltered = (filters: Filters): boolean => filterNames.some((name) => (filters[name]?.length ?? 0) > 0);

/** What is known of a trade besides its row. */
interface KnownOf {
  readonly answersOf: AnswersOf;
  readonly brokenOf: BrokenOf;
}

/** A row with the words it is found by. */
interface Searchable {
  readonly row: PositionRow;
  /** No word spans two of its lines. */
  readonly text: string;
}

/** Before anybody types, so that a key puts no words together. A row that did not change keeps its own. */
export const searchable = (rows: readonly PositionRow[]): readonly Searchable[] => rows.map((row) => ({ row, text: textOf(row) }));

const textsOfRows = new WeakMap<PositionRow, string>();

function textOf(row: PositionRow): string {
  const known = textsOfRows.get(row);
  if (known !== undefined) return known;
  const { symbol, underlying, strategy, structure, tags } = row;
  const terms = structure === null ? [] : [...structure.strikes.map(({ strike }) => strike), ...structure.expiries];
  const text = [symbol, underlying, strategy, ...terms, ...tags].join('\n').toLowerCase();
  textsOfRows.set(row, text);
  return text;
}

/** Each test is made once and asked for every row: what nobody asked for costs nothing. */
export function filtered(all: readonly Searchable[], filters: Filters, { answersOf, brokenOf }: KnownOf): readonly PositionRow[] {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const tests = [...testsOf(filters), ...answerTests(filters, answersOf), ...breachTests(filters, brokenOf)];
  const isMeant = ({ row, text }: Searchable): boolean => words.every((word) => text.includes(word)) && tests.every((test) => test(row));
  return all.filter(isMeant).map(({ row }) => row);
}

type Test = (row: PositionRow) => boolean;

function testsOf({ status, account, strategy, tag, from, to, result }: Filters): readonly Test[] {
  const tests: Test[] = [];
  if (status !== undefined) tests.push((row) => row.status === status);
  if (account !== '') tests.push((row) => row.account_id === account);
  if (strategy !== undefined) tests.push((row) => row.strategy === strategy);
  if (result !== undefined) tests.push((row) => resultOf(row) === result);
  if (from !== '') tests.push((row) => lastDayOf(row) >= from);
  if (to !== '') tests.push((row) => firstDayOf(row) <= to);
  for (const one of tag) tests.push((row) => row.tags.includes(one));
  return tests;
}

function breachTests({ breach }: Filters, brokenOf: BrokenOf): readonly Test[] {
  return breach === undefined ? [] : [({ id }) => isBroken(brokenOf(id), breach)];
}

/** One response has to be all of what is asked: two halves of two playbooks are no whole. */
function answerTests({ playbook, grade, answer }: Filters, answersOf: AnswersOf): readonly Test[] {
  const wanted = answer.flatMap((text) => readWanted(text) ?? []);
  if (playbook === '' && grade === undefined && wanted.length === 0) return [];
  const isMeant = (response: ResponseRow): boolean =>
    (playbook === '' || response.playbook_id === playbook) &&
    (grade === undefined || response.grade === grade) &&
    wanted.every((one) => isAnswered(response, one));
  return [({ id }) => answersOf(id).some(isMeant)];
}

/** Only a trade that is closed has a result: what one has banked of an open one may still be lost, and a plan that was given up is none. */
function resultOf({ status, opened_at, realised_net }: PositionRow): (typeof results)[number] | undefined {
  if (status !== 'closed' || opened_at === null || realised_net === null) return undefined;
  if (realised_net.startsWith('-')) return 'lost';
  return realised_net === '0' ? 'even' : 'won';
}

/** A position lies in every day from its first to its last; a plan lies where it was made, and what is open is not over. */
const firstDayOf = ({ opened_day, created_at }: PositionRow): Day => opened_day ?? created_at.slice(0, 10);
const NO_END = '9999-12-31';
const lastDayOf = (row: PositionRow): Day => row.closed_day ?? (row.status === 'open' ? NO_END : firstDayOf(row));

/** What can be chosen from, as far as the rows have it. */
export function choicesIn(rows: readonly PositionRow[]) {
  return {
    tags: sorted(rows.flatMap(({ tags }) => tags)),
    strategies: strategies.filter((strategy) => rows.some((row) => row.strategy === strategy)),
    accounts: new Set<Id>(rows.map(({ account_id }) => account_id)),
  };
}

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted((a, b) => a.localeCompare(b));
