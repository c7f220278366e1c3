import { type Decimal, ZERO, add, compare, decimal, isZero, negate, subtract } from '../kernel/index.ts';
import { type Leg, contractOf } from './leg.ts';

export type Strategy = 'single' | 'vertical' | 'butterfly' | 'stock' | 'future' | 'custom';

interface Part {
  readonly leg: Leg;
  readonly quantity: Decimal;
}

/** What the trader set up, by its shape. */
export function strategyOf(legs: readonly Leg[]): Strategy {
  const parts = partsSetUp(legs);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only.leg.instrument_type === 'option' ? 'single' : only.leg.instrument_type;
  if (!isOneChain(parts)) return 'custom';
  const byStrike = parts.toSorted((a, b) => compare(strikeOf(a), strikeOf(b)));
  if (isVertical(byStrike)) return 'vertical';
  return isButterfly(byStrike) ? 'butterfly' : 'custom';
}

/**
 * Read from the quantities intended: what an assignment delivered was never set up, and two legs in the same contract are one, however they
 * were written down.
 */
export function partsSetUp(legs: readonly Leg[]): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const leg of legs.filter(({ delivered }) => !delivered)) {
    const contract = contractOf(leg);
    parts.set(contract, { leg, quantity: add(parts.get(contract)?.quantity ?? ZERO, decimal(leg.quantity)) });
  }
  return [...parts.values()].filter((part) => !isZero(part.quantity));
}

function isOneChain(parts: readonly Part[]): boolean {
  const chains = new Set(parts.map(({ leg }) => JSON.stringify([leg.instrument_type, leg.expiry, leg.right, leg.multiplier])));
  return chains.size === 1 && parts[0]?.leg.instrument_type === 'option';
}

function strikeOf({ leg }: Part): Decimal {
  return decimal(leg.strike ?? '0');
}

function isVertical(parts: readonly Part[]): boolean {
  const [low, high] = parts;
  if (parts.length !== 2 || low === undefined || high === undefined) return false;
  return compare(strikeOf(low), strikeOf(high)) !== 0 && isZero(add(low.quantity, high.quantity));
}

function isButterfly(parts: readonly Part[]): boolean {
  const [low, middle, high] = parts;
  if (parts.length !== 3 || low === undefined || middle === undefined || high === undefined) return false;
  const wings = compare(low.quantity, high.quantity) === 0 && isZero(add(add(low.quantity, high.quantity), middle.quantity));
  const lower = subtract(strikeOf(middle), strikeOf(low));
  return wings && !isZero(lower) && isZero(add(lower, negate(subtract(strikeOf(high), strikeOf(middle)))));
}
