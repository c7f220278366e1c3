import { type Day, type Decimal, type DecimalText, ZERO, add, decimal, decimalText, signOf } from '../kernel/index.ts';
import { type Days, isWithin } from './period.ts';
import { type DatedTrade, byClosing, byOpening } from './trade.ts';

/** What was opened and what was closed on a day, each in the order in which it happened. */
export interface TradedDay {
  readonly day: Day;
  readonly opened: readonly DatedTrade[];
  readonly closed: readonly DatedTrade[];
}

export function tradedDay(day: Day, trades: readonly DatedTrade[]): TradedDay {
  return {
    day,
    opened: trades.filter(({ opened_on }) => opened_on === day).toSorted(byOpening),
    closed: trades.filter(({ closed_on }) => closed_on === day).toSorted(byClosing),
  };
}

/** A closed trade whose result is known. One whose result nobody can know counts neither way. */
export interface Result {
  readonly trade: DatedTrade;
  readonly day: Day;
  readonly net: Decimal;
}

export function resultsOf(trades: readonly DatedTrade[]): readonly Result[] {
  return trades
    .flatMap((trade) => (trade.closed_on === null || trade.net === null ? [] : [{ trade, day: trade.closed_on, net: decimal(trade.net) }]))
    .toSorted((a, b) => byClosing(a.trade, b.trade));
}

export function resultsWithin(days: Days, trades: readonly DatedTrade[]): readonly Result[] {
  return resultsOf(trades.filter(({ closed_on }) => isWithin(closed_on, days)));
}

export const isLoss = ({ net }: { readonly net: Decimal }): boolean => signOf(net) < 0;
export const isWin = ({ net }: { readonly net: Decimal }): boolean => signOf(net) > 0;

/** Money of different kinds is not added up. */
export function byCurrency(results: readonly Result[]): ReadonlyMap<string, readonly Result[]> {
  return Map.groupBy(results, ({ trade }) => trade.currency);
}

export function netOf(results: readonly Result[]): Decimal {
  return results.reduce((sum, { net }) => add(sum, net), ZERO);
}

/** One sum for each currency and each name that a result goes by, in the order of the names. */
export function netsBy(results: readonly Result[], name: (day: Day) => string): readonly { readonly key: string; readonly net: Decimal }[] {
  return [...Map.groupBy(results, ({ day }) => name(day))]
    .map(([key, some]) => ({ key, net: netOf(some) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

export interface Net {
  readonly currency: string;
  readonly amount: DecimalText;
}

export function netsOf(results: readonly Result[]): readonly Net[] {
  return [...byCurrency(results)]
    .map(([currency, some]) => ({ currency, amount: decimalText(netOf(some)) }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
