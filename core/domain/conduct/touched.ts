import { type DatedTrade, type Judgement, type Period, periodsOf } from '../discipline/index.ts';
import { type Id, sameJson } from '../kernel/index.ts';

/** Everything that what has changed had a part in before, or has one in now. */
export function periodsTouched(before: readonly DatedTrade[], after: readonly DatedTrade[]): readonly Period[] {
  return distinct(changedTrades(before, after).flatMap(periodsOf));
}

/** Everything that anything has a part in, and whatever was found earlier that may have none any more. */
export function everyPeriod(trades: readonly DatedTrade[], judgements: readonly Judgement[]): readonly Period[] {
  const found = judgements.filter(({ standing }) => standing.length > 0).map(({ scope, key }) => ({ scope, key }));
  return distinct([...trades.flatMap(periodsOf), ...found]);
}

/** Trades that are not what they were, in both shapes. */
export function changedTrades(before: readonly DatedTrade[], after: readonly DatedTrade[]): readonly DatedTrade[] {
  const [then, now] = [byId(before), byId(after)];
  const gone = before.filter((trade) => !sameJson(trade, now.get(trade.position_id)));
  const come = after.filter((trade) => !sameJson(trade, then.get(trade.position_id)));
  return [...gone, ...come];
}

const byId = (trades: readonly DatedTrade[]): ReadonlyMap<Id, DatedTrade> => new Map(trades.map((trade) => [trade.position_id, trade]));

export const nameOf = ({ scope, key }: Period): string => `${scope} ${key}`;

function distinct(periods: readonly Period[]): readonly Period[] {
  return [...new Map(periods.map((period) => [nameOf(period), period])).values()];
}

/** The trades of each period. Others make no difference to it, and a book has thousands of both. */
export function tradesByPeriod(trades: readonly DatedTrade[]): (period: Period) => readonly DatedTrade[] {
  const parts = trades.flatMap((trade) => periodsOf(trade).map((period) => ({ name: nameOf(period), trade })));
  const byName = Map.groupBy(parts, ({ name }) => name);
  return (period) => byName.get(nameOf(period))?.map(({ trade }) => trade) ?? [];
}
