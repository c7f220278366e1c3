import { type Decimal, ZERO, decimal, multiply, toNumber } from '../kernel/index.ts';
import type { StrategyLeg } from './strategyLeg.ts';

type Sized = Pick<StrategyLeg, 'quantity' | 'multiplier'>;

/** How many times a strategy holds its smallest unit: ten butterflies of a hundred shares each are a thousand of one. A debit is the price of one. */
export function unitsOf(legs: readonly Sized[]): Decimal {
  return legs.map(({ quantity, multiplier }) => multiply(decimal(quantity), decimal(multiplier))).reduce(commonUnit, ZERO);
}

/** What was paid for all of it; null where nobody has said. */
export function costOf({ legs, debit }: { readonly legs: readonly Sized[]; readonly debit: string | null }): number | null {
  return debit === null ? null : toNumber(multiply(decimal(debit), unitsOf(legs)));
}

function commonUnit(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const whole = (d: Decimal): bigint => d.coefficient * 10n ** BigInt(scale - d.scale);
  return { coefficient: divisor(whole(a), whole(b)), scale };
}

function divisor(a: bigint, b: bigint): bigint {
  if (b === 0n) return a < 0n ? -a : a;
  return divisor(b, a % b);
}
