import { type Decimal, ZERO, add, decimal, divide, isZero, multiply, signOf } from '../kernel/index.ts';
import { type Figure, isKnown, known, unknown } from './figure.ts';
import { liveFills } from './fill.ts';
import type { Leg } from './leg.ts';
import { AVERAGE_PLACES } from './limits.ts';
import { booksOf, costOf, quantityOf } from './matching.ts';
import type { Position } from './position.ts';

/** How a leg was got into: the quantity, and price × quantity before any multiplier. */
export interface LegEntry {
  readonly leg: Leg;
  readonly quantity: Decimal;
  readonly cost: Decimal;
}

/** How the whole structure was got into. A single leg still being planned stands at its planned entry. */
export function entryOf(position: Position): Figure<readonly LegEntry[]> {
  const books = booksOf(position).filter(({ leg }) => !leg.delivered);
  if (liveFills(position.fills).length === 0) return plannedEntry(position);
  if (books.some(({ entry }) => entry.length === 0)) return unknown('not every leg has been filled');
  const entries: LegEntry[] = [];
  for (const { leg, entry } of books) {
    const cost = costOf(entry);
    if (cost === null) return unknown('a transfer came without its cost');
    entries.push({ leg, quantity: quantityOf(entry), cost });
  }
  return known(entries);
}

/** A single leg as its plan has it; of a structure a plan says no more than one price for all of it. */
export function plannedEntry({ legs, plan }: Position): Figure<readonly LegEntry[]> {
  const [leg] = legs;
  const price = plan?.entry ?? null;
  if (legs.length !== 1 || leg === undefined || price === null) return unknown('no fills yet');
  const quantity = decimal(leg.quantity);
  return known([{ leg, quantity, cost: multiply(decimal(price), quantity) }]);
}

/** The price of one unit of the structure as entered: paid is positive, received is negative. */
export function netDebitOf(position: Position): Figure {
  const entry = entryOf(position);
  if (!isKnown(entry)) return entry;
  if (entry.value.some(({ leg, quantity }) => signOf(quantity) !== signOf(decimal(leg.quantity)))) {
    return unknown('a leg was traded against its plan');
  }
  return known(unitPriceOf(entry.value.map(({ leg, quantity, cost }) => ({ leg, price: divide(cost, quantity, AVERAGE_PLACES) }))));
}

/** Of one unit of the structure, from the price of each of its legs. */
export function unitPriceOf(legs: readonly { readonly leg: Leg; readonly price: Decimal }[]): Decimal {
  const unit = commonUnit(legs.map(({ leg }) => decimal(leg.quantity)));
  return legs.map(({ leg, price }) => multiply(price, divide(decimal(leg.quantity), unit, 0))).reduce(add, ZERO);
}

/** The largest quantity of which all are whole multiples: ten butterflies are ten of one butterfly. */
function commonUnit(quantities: readonly Decimal[]): Decimal {
  return quantities.reduce((unit, quantity) => {
    const scale = Math.max(unit.scale, quantity.scale);
    const [a, b] = [unit, quantity].map((d) => d.coefficient * 10n ** BigInt(scale - d.scale)) as [bigint, bigint];
    return { coefficient: greatestCommonDivisor(a, b), scale };
  }, ZERO);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  if (b === 0n) return a < 0n ? -a : a;
  return greatestCommonDivisor(b, a % b);
}

export function averageOf(lots: Parameters<typeof costOf>[0]): Decimal | null {
  const quantity = quantityOf(lots);
  const cost = costOf(lots);
  return cost === null || isZero(quantity) ? null : divide(cost, quantity, AVERAGE_PLACES);
}
