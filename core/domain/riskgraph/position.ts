import { type Decimal, type Id, ZERO, add, decimal, decimalText, divide, isZero, multiply } from '../kernel/index.ts';
import { exerciseOf } from './exerciseStyle.ts';
import type { StrategyTerms } from './strategy.ts';
import type { StrategyLeg } from './strategyLeg.ts';
import { unitsOf } from './units.ts';

/** As much of a position's snapshot as risk is worked out from. */
export interface SnapshotRead {
  readonly symbol: string;
  readonly underlying: string;
  readonly status: 'planned' | 'open' | 'closed';
  readonly legs: readonly Pick<StrategyLeg, 'id' | 'instrument_type' | 'expiry' | 'strike' | 'right' | 'quantity' | 'multiplier'>[];
  readonly fills: readonly { readonly leg_id: Id; readonly price: string | null; readonly quantity: string }[];
}

/**
 * What is held of a position, as a strategy; of a plan, what is meant to be. Its debit is all that was paid and received so far, so that what was
 * gained on the way counts. Undefined where nothing is held.
 */
export function fromSnapshot({
  symbol,
  underlying,
  status,
  legs,
  fills,
}: SnapshotRead): Pick<StrategyTerms, 'symbol' | 'underlying' | 'legs' | 'debit'> | undefined {
  const held = legs.flatMap((leg): StrategyLeg[] => {
    const quantity =
      status === 'planned'
        ? decimal(leg.quantity)
        : sum(fills.filter(({ leg_id }) => leg_id === leg.id).map((fill) => decimal(fill.quantity)));
    if (isZero(quantity)) return [];
    const { id, instrument_type, expiry, strike, right, multiplier } = leg;
    const exercise = instrument_type === 'option' ? exerciseOf(symbol) : null;
    return [{ id, instrument_type, expiry, strike, right, exercise, quantity: decimalText(quantity), multiplier }];
  });
  return held.length === 0 ? undefined : { symbol, underlying, legs: held, debit: debitOf(legs, fills, held) };
}

/** Null where something has no price: nothing was traded yet, or a transfer came without its cost. */
function debitOf(legs: SnapshotRead['legs'], fills: SnapshotRead['fills'], held: readonly StrategyLeg[]): string | null {
  const multipliers = new Map(legs.map(({ id, multiplier }) => [id, decimal(multiplier)]));
  const paid: Decimal[] = [];
  for (const { leg_id, price, quantity } of fills) {
    if (price === null) return null;
    paid.push(multiply(multiply(decimal(price), decimal(quantity)), multipliers.get(leg_id) ?? ZERO));
  }
  return paid.length === 0 ? null : decimalText(divide(sum(paid), unitsOf(held), DEBIT_PLACES));
}

const sum = (parts: readonly Decimal[]): Decimal => parts.reduce(add, ZERO);

const DEBIT_PLACES = 10;
