import { type Wish, everyPeriod, judgementDue, nameOf, periodsTouched, tradesByPeriod } from '@taffrail/domain/conduct';
import {
  type Breach,
  type DatedTrade,
  type Finding,
  type JudgePeriod,
  type Judgement,
  type Period,
  judgementId,
  latestRules,
} from '@taffrail/domain/discipline';
import type { Id } from '@taffrail/domain/kernel';
import type { Reading } from '../workspace/index.ts';
import { tradesChanged } from './changes.ts';
import { type Round, inSlices, statesOf } from './round.ts';
import { readTrades, readTradesOf } from './seen.ts';

export async function* judgementsDue(round: Round): AsyncGenerator<Wish> {
  const { tools, terms, since } = round;
  const { rules } = terms;
  const because: JudgePeriod['because'] = since?.changes.rules ? 'rules_changed' : 'trade_changed';
  const isWhole = since === undefined || since.changes.rules || since.changes.everything;
  const now = bookNow(round);
  const { periods, seen } = isWhole ? await wholeBook(round) : { periods: periodsChanged(round), seen: now };
  for await (const period of inSlices(tools, periods)) {
    const dueBy = ({ tradesOf, standingIn }: Seen): Wish | null =>
      judgementDue({ period, trades: tradesOf(period), rules, standing: standingIn(period), because });
    // Others have had their turn since the whole was read, so what seems to be due is looked up once more.
    const wish = dueBy(seen) && dueBy(now);
    if (wish) yield wish;
  }
}

/** What a judgement rests on. */
interface Seen {
  readonly tradesOf: (period: Period) => readonly DatedTrade[];
  readonly standingIn: (period: Period) => readonly Finding[];
}

/** Read period by period, at the moment of asking. */
function bookNow({ tools: { book }, terms: { accounts, rules } }: Round): Seen {
  /** Only a prop firm holds a whole account to anything, and each closed trade has a part in its account. */
  const isJudgedWithoutTrades = ({ scope, key }: Period): boolean =>
    scope === 'account' && latestRules(rules).accounts.every(({ account_id, prop_firm }) => account_id !== key || prop_firm === null);
  const standingIds = (period: Period): readonly Id[] => {
    const found = book.state({ aggregate_type: 'judgement', aggregate_id: judgementId(period) });
    return (found?.state as Judgement | undefined)?.standing ?? [];
  };
  return {
    tradesOf: (period) => (isJudgedWithoutTrades(period) ? [] : book.read((sql) => readTradesOf(sql, accounts, period))),
    standingIn: (period) => findingsOf(book, standingIds(period)),
  };
}

/** Read at one go, which takes a fraction of the time that thousands of periods one by one do. */
async function wholeBook({ tools: { book, rest }, terms: { accounts } }: Round) {
  const trades = book.read((sql) => readTrades(sql, accounts));
  await rest();
  const tradesOf = tradesByPeriod(trades);
  await rest();
  const judgements = statesOf<Judgement>(book, 'judgement');
  const standing = new Map(judgements.map((judgement) => [nameOf(judgement), judgement.standing]));
  const standingIn = (period: Period) => findingsOf(book, standing.get(nameOf(period)) ?? []);
  return { periods: everyPeriod(trades, judgements), seen: { tradesOf, standingIn } satisfies Seen };
}

function periodsChanged({ tools: { book }, terms: { accounts }, since }: Round): readonly Period[] {
  if (since === undefined) return [];
  const { before, after } = tradesChanged(book, accounts, since.changes.positions, since.seq);
  return periodsTouched(before, after);
}

function findingsOf(book: Pick<Reading, 'state'>, ids: readonly Id[]): readonly Finding[] {
  return ids.flatMap((id) => {
    const breach = book.state({ aggregate_type: 'breach', aggregate_id: id })?.state as Breach | undefined;
    return breach ? [breach.finding] : [];
  });
}
