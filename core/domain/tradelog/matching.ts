import {
  type Decimal,
  type DecimalText,
  type Id,
  ZERO,
  absolute,
  add,
  decimal,
  isZero,
  minOf,
  multiply,
  signOf,
  subtract,
} from '../kernel/index.ts';
import { type Fill, inMarketOrder, liveFills } from './fill.ts';
import type { Leg } from './leg.ts';

/** A quantity taken on at one price; null where nobody knows what it cost. */
export interface Lot {
  readonly fill_id: Id;
  readonly quantity: Decimal;
  readonly price: Decimal | null;
}

/** A leg's history, first in first out. */
export interface LegBook {
  readonly leg: Leg;
  readonly held: Decimal;
  /** What is still open. */
  readonly open: readonly Lot[];
  /** What was taken on before anything was first given back: the entry, as far as this leg goes. */
  readonly entry: readonly Lot[];
  /** What was given back again, each at what it was given back for; what moved to another account was not. */
  readonly exit: readonly Lot[];
  /** Before fees; null where something was closed whose cost nobody knows. */
  readonly realised: Decimal | null;
}

export function booksOf({ legs, fills }: { readonly legs: readonly Leg[]; readonly fills: readonly Fill[] }): readonly LegBook[] {
  const byLeg = Map.groupBy(liveFills(fills), (fill) => fill.leg_id);
  return legs.map((leg) => bookOf(leg, inMarketOrder(byLeg.get(leg.id) ?? [])));
}

function bookOf(leg: Leg, fills: readonly Fill[]): LegBook {
  const lots: Lot[] = [];
  const entry: Lot[] = [];
  const exit: Lot[] = [];
  let realised: Decimal | null = ZERO;
  let first = 0;
  let entering = true;
  for (const fill of fills) {
    let left = decimal(fill.quantity);
    const price = fill.price === null ? null : decimal(fill.price);
    for (let lot = lots[first]; lot !== undefined && !isZero(left) && signOf(lot.quantity) !== signOf(left); lot = lots[first]) {
      entering = false;
      const matched = signed(minOf([absolute(lot.quantity), absolute(left)]), lot.quantity);
      realised = plus(realised, gainOf(lot, matched, price, fill.kind, leg.multiplier));
      if (fill.kind !== 'transfer_out') exit.push({ fill_id: fill.id, quantity: matched, price });
      left = add(left, matched);
      const rest = subtract(lot.quantity, matched);
      if (isZero(rest)) first += 1;
      else lots[first] = { ...lot, quantity: rest };
    }
    if (isZero(left)) continue;
    const lot = { fill_id: fill.id, quantity: left, price };
    lots.push(lot);
    if (entering) entry.push(lot);
  }
  const open = lots.slice(first);
  return { leg, held: quantityOf(open), open, entry, exit, realised };
}

function signed(size: Decimal, like: Decimal): Decimal {
  return signOf(like) < 0 ? subtract(ZERO, size) : size;
}

function plus(a: Decimal | null, b: Decimal | null): Decimal | null {
  return a === null || b === null ? null : add(a, b);
}

/** What moves out to another account takes its cost along and earns nothing here. */
function gainOf(lot: Lot, matched: Decimal, exit: Decimal | null, kind: Fill['kind'], multiplier: DecimalText): Decimal | null {
  if (kind === 'transfer_out') return ZERO;
  if (lot.price === null || exit === null) return null;
  return multiply(multiply(subtract(exit, lot.price), matched), decimal(multiplier));
}

export function quantityOf(lots: readonly Lot[]): Decimal {
  return lots.reduce((sum, lot) => add(sum, lot.quantity), ZERO);
}

/** Price × quantity, before any multiplier: positive for what was paid, negative for what was received. */
export function costOf(lots: readonly Lot[]): Decimal | null {
  return lots.reduce<Decimal | null>((sum, lot) => plus(sum, lot.price && multiply(lot.price, lot.quantity)), ZERO);
}
