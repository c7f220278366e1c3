import { type DecimalText, decimalText, signOf } from '../kernel/index.ts';
import { averageOf, unitPriceOf } from './entry.ts';
import { booksOf, quantityOf } from './matching.ts';
import type { Position } from './position.ts';

/**
 * The price of one unit of the structure as got out of so far, signed as its entry is: the result is the one less the other. Undefined while a
 * leg has not been got out of at all. A leg that turned round has its exit in what it was first.
 */
export function exitPriceOf(position: Position): DecimalText | undefined {
  const legs = [];
  for (const { leg, entry, exit } of booksOf(position)) {
    if (leg.delivered) continue;
    const side = signOf(quantityOf(entry));
    const price = averageOf(exit.filter(({ quantity }) => signOf(quantity) === side));
    if (price === null) return undefined;
    legs.push({ leg, price });
  }
  return legs.length === 0 ? undefined : decimalText(unitPriceOf(legs));
}
