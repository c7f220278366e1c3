import { add, decimal, decimalText, type DecimalText } from '@taffrail/domain/kernel';
import type { PositionRow } from '@taffrail/replica';
import { hasResult } from '../result.ts';
import type { AnswersOf } from './answers.ts';
import type { Grouping, ListSearch } from './filters.ts';

/** A row where it stands: a position with two tags stands under both. */
export interface Placed {
  readonly row: PositionRow;
  readonly group: string;
}

export interface Subtotal {
  readonly count: number;
  /** Money of two currencies does not add up. Null where the result of a position is not known: the rest of a sum is no sum. */
  readonly net: ReadonlyMap<string, DecimalText | null>;
}

/** What is grouped by, and what rows do not say themselves. */
export interface Grouped extends Pick<ListSearch, 'group' | 'field' | 'playbook'> {
  readonly answersOf: AnswersOf;
}

const groupsOf: { readonly [By in Grouping]: (row: PositionRow, by: Grouped) => readonly string[] } = {
  account: ({ account_id }) => [account_id],
  strategy: ({ strategy }) => [strategy],
  symbol: ({ underlying }) => [underlying],
  // A trade counts for the day it was closed on, as its result does.
  day: ({ closed_day, opened_day }) => [closed_day ?? opened_day ?? ''],
  tag: ({ tags }) => (tags.length === 0 ? [''] : tags),
  playbook: ({ id }, { answersOf }) => orNone(answersOf(id).map(({ playbook_id }) => playbook_id)),
  grade: ({ id }, by) => orNone(meant(id, by).map(({ grade }) => grade ?? '')),
  answer: ({ id }, by) => orNone(meant(id, by).map(({ values }) => String(Object.hasOwn(values, by.field) ? values[by.field] : ''))),
};

/** By the playbook that is looked at, where it is one. */
const meant = (id: string, { playbook, answersOf }: Grouped) =>
  answersOf(id).filter(({ playbook_id }) => playbook === '' || playbook_id === playbook);

const orNone = (groups: readonly string[]): readonly string[] => (groups.length === 0 ? [''] : [...new Set(groups)]);

/** Groups stand in order, days the newest first; inside each, rows stay as they were. What belongs to none comes last. */
export function placed(rows: readonly PositionRow[], by: Grouped): readonly Placed[] {
  const { group: grouping } = by;
  if (grouping === undefined) return rows.map((row) => ({ row, group: '' }));
  const groupsIn = groupsOf[grouping];
  const groups = new Map<string, PositionRow[]>();
  for (const row of rows) {
    for (const group of groupsIn(row, by)) {
      const members = groups.get(group);
      if (members === undefined) groups.set(group, [row]);
      else members.push(row);
    }
  }
  const names = [...groups.keys()].toSorted((a, b) => inOrder(a, b, grouping === 'day' ? -1 : 1));
  return names.flatMap((group) => (groups.get(group) ?? []).map((row) => ({ row, group })));
}

function inOrder(a: string, b: string, sign: 1 | -1): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return sign * a.localeCompare(b, undefined, { numeric: true });
}

export function subtotals(all: readonly Placed[]): ReadonlyMap<string, Subtotal> {
  const groups = Map.groupBy(all, ({ group }) => group);
  return new Map([...groups].map(([group, members]) => [group, subtotalOf(members.map(({ row }) => row))]));
}

export function subtotalOf(rows: readonly PositionRow[]): Subtotal {
  const byCurrency = Map.groupBy(
    rows.filter((row) => hasResult(row, row.realised_gross)),
    ({ currency }) => currency,
  );
  return { count: rows.length, net: new Map([...byCurrency].map(([currency, members]) => [currency, sumOfNets(members)])) };
}

function sumOfNets(rows: readonly PositionRow[]): DecimalText | null {
  let sum = decimal('0');
  for (const { realised_net } of rows) {
    if (realised_net === null) return null;
    sum = add(sum, decimal(realised_net));
  }
  return decimalText(sum);
}
