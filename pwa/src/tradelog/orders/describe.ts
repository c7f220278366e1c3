import { decimal, signOf } from '@taffrail/domain/kernel';
import type { Formats } from '@taffrail/ui';

/** `Bought 100`, `To sell 2`: the sign is said in a word. */
export function sidedQuantity(quantity: string, sides: { readonly buy: string; readonly sell: string }, formats: Formats): string {
  const side = signOf(decimal(quantity)) < 0 ? sides.sell : sides.buy;
  return `${side} ${formats.quantity(quantity.replace('-', ''))}`;
}
