import { type Day, type DecimalText, compare, decimal } from '../kernel/index.ts';
import type { Leg } from './leg.ts';
import { partsSetUp } from './strategy.ts';

/** The contracts that were set up, by which one trade in a symbol is told from another. */
export interface Structure {
  /** The nearest first. */
  readonly expiries: readonly Day[];
  /** The lowest first, each once however many of it there are; none of a future. */
  readonly strikes: readonly Struck[];
}

interface Struck {
  readonly strike: DecimalText;
  readonly right: NonNullable<Leg['right']>;
}

/** Null where nothing of it expires: then the symbol says all. */
export function structureOf(legs: readonly Leg[]): Structure | null {
  const contracts = partsSetUp(legs).map(({ leg }) => leg);
  const expiries = [...new Set(contracts.flatMap(({ expiry }) => expiry ?? []))].toSorted();
  if (expiries.length === 0) return null;
  const struck = contracts.flatMap(({ strike, right }) => (strike === null || right === null ? [] : { strike, right }));
  const each = [...new Map(struck.map((one) => [`${one.strike} ${one.right}`, one])).values()];
  return { expiries, strikes: each.toSorted((a, b) => compare(decimal(a.strike), decimal(b.strike))) };
}
