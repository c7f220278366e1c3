import { type Decimal, ZERO, add, decimal, maxOf, minOf, multiply, negate, signOf, subtract, sumOf } from '../kernel/index.ts';
import type { LegEntry } from './entry.ts';
import { type Figure, known, unknown } from './figure.ts';
import type { Leg } from './leg.ts';

export interface Extremes {
  readonly max_profit: Figure;
  /** What can be lost, as a positive amount. */
  readonly max_loss: Figure;
}

/**
 * Best and worst result at expiry, before fees. The payoff is straight between strikes, so the extremes lie at a strike, at a price of zero, or
 * nowhere. Stocks end at zero; futures have shown that they do not.
 */
export function extremesOf(entries: readonly LegEntry[]): Extremes {
  const note = incomparable(entries.map(({ leg }) => leg));
  if (note !== undefined) return { max_profit: note, max_loss: note };
  const results = kinks(entries).map((price) => resultAt(price, entries));
  const up = signOf(slopeAbove(entries));
  const down = endsAtZero(entries) ? 0 : signOf(slopeBelow(entries));
  return {
    max_profit: up > 0 || down < 0 ? unknown('unlimited') : known(maxOf(results)),
    max_loss: up < 0 || down > 0 ? unknown('unlimited') : known(negate(minOf(results))),
  };
}

/** The worst case is the same however far the price runs, either way: the trade itself limits the loss. */
export function isRiskDefined(entries: readonly LegEntry[]): boolean {
  return signOf(slopeAbove(entries)) >= 0 && signOf(slopeBelow(entries)) <= 0;
}

function incomparable(legs: readonly Leg[]): ReturnType<typeof unknown> | undefined {
  const expiries = new Set(legs.flatMap(({ expiry }) => expiry ?? []));
  if (expiries.size > 1) return unknown('legs expire on different days');
  const traded = new Set(legs.flatMap(({ instrument_type, symbol }) => (instrument_type === 'option' ? [] : symbol)));
  return traded.size > 1 ? unknown('legs follow different prices') : undefined;
}

function endsAtZero(entries: readonly LegEntry[]): boolean {
  return entries.every(({ leg }) => leg.instrument_type !== 'future' && signOf(decimal(leg.strike ?? '0')) >= 0);
}

function kinks(entries: readonly LegEntry[]): readonly Decimal[] {
  return [ZERO, ...entries.flatMap(({ leg }) => (leg.strike === null ? [] : decimal(leg.strike)))];
}

function resultAt(price: Decimal, entries: readonly LegEntry[]): Decimal {
  return sumOf(
    entries.map(({ leg, quantity, cost }) => multiply(subtract(multiply(valueAt(price, leg), quantity), cost), decimal(leg.multiplier))),
  );
}

/** What one unit of a leg is worth at its expiry, at this price of what it follows. */
export function valueAt(price: Decimal, { strike, right }: Leg): Decimal {
  if (strike === null) return price;
  const above = subtract(price, decimal(strike));
  return maxOf([ZERO, right === 'call' ? above : negate(above)]);
}

function slopeAbove(entries: readonly LegEntry[]): Decimal {
  return exposureOf(entries.filter(({ leg }) => leg.right !== 'put'));
}

function slopeBelow(entries: readonly LegEntry[]): Decimal {
  const puts = entries.filter(({ leg }) => leg.right === 'put');
  return subtract(exposureOf(entries.filter(({ leg }) => leg.right === null)), exposureOf(puts));
}

function exposureOf(entries: readonly LegEntry[]): Decimal {
  return entries.map(({ leg, quantity }) => multiply(quantity, decimal(leg.multiplier))).reduce(add, ZERO);
}
