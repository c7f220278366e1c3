import { type Workings, addAmerican, workingsFor } from './american.ts';
import { addEuropean, type Option } from './european.ts';
import { type Greeks, noGreeks } from './greeks.ts';
import type { Market } from './market.ts';
import { addTo, at } from './places.ts';

/** Whoever makes legs has checked that their numbers are finite and no volatility is negative. Bought is positive, sold is negative. */
export type Leg = OptionLeg | UnderlyingLeg;

export interface OptionLeg extends Option {
  readonly exercise: 'european' | 'american';
  /** Contracts times what one contract is for. */
  readonly quantity: number;
}

/** Stock, or the future itself. */
export interface UnderlyingLeg {
  readonly kind: 'underlying';
  readonly quantity: number;
}

/** When it is looked at, and how far volatilities have moved by then. */
export interface Scenario {
  readonly yearsAhead: number;
  readonly volatilityShift: number;
}

export const NOW: Scenario = { yearsAhead: 0, volatilityShift: 0 };

/** What legs are worth together at each price, and how that changes. A leg that has expired by then was worth what it gave at that price. */
export function greeksOf(legs: readonly Leg[], market: Market, scenario: Scenario, spots: Float64Array): Greeks {
  const total = noGreeks(spots.length);
  let workings: Workings | undefined;
  for (const leg of legs) {
    if (leg.kind === 'underlying') addUnderlying(total, spots, leg.quantity);
    else if (leg.exercise === 'european') addEuropean(total, spots, optionIn(leg, scenario), market, leg.quantity);
    else addAmerican(total, (workings ??= workingsFor(spots)), optionIn(leg, scenario), market, leg.quantity);
  }
  return total;
}

/** The option as it is by then. */
export function optionIn(leg: OptionLeg, { yearsAhead, volatilityShift }: Scenario): OptionLeg {
  return { ...leg, years: leg.years - yearsAhead, volatility: Math.max(leg.volatility + volatilityShift, 0) };
}

function addUnderlying(into: Greeks, spots: Float64Array, quantity: number): void {
  for (let i = 0; i < spots.length; i++) {
    addTo(into.value, i, quantity * at(spots, i));
    addTo(into.delta, i, quantity);
  }
}

export function isOption(leg: Leg): leg is OptionLeg {
  return leg.kind !== 'underlying';
}

/** When the first of the options expires; what has none has no expiry. */
export function firstExpiry(legs: readonly Leg[]): number | undefined {
  const left = legs.filter(isOption).map(({ years }) => years);
  return left.length === 0 ? undefined : left.reduce((least, years) => Math.min(least, years));
}
