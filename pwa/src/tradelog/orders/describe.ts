import { decimal, signOf } from '@taffrail/domain/kernel';
import type { Leg } from '@taffrail/domain/tradelog';
import type { Formats } from '@taffrail/ui';
import { position as words } from '../../words/index.ts';

type Terms = Pick<Leg, 'instrument_type' | 'symbol' | 'expiry' | 'strike' | 'right'>;

/** A contract as a trader names it. */
export function contractName({ instrument_type, symbol, expiry, strike, right }: Terms, formats: Formats): string {
  if (instrument_type === 'stock' || expiry === null) return symbol;
  if (instrument_type === 'future' || strike === null || right === null) return `${symbol} ${formats.day(expiry)}`;
  return `${symbol} ${formats.day(expiry)} ${formats.quantity(strike)} ${words.rights[right]}`;
}

/** `Bought 100`, `To sell 2`: the sign is said in a word. */
export function sidedQuantity(quantity: string, sides: { readonly buy: string; readonly sell: string }, formats: Formats): string {
  const side = signOf(decimal(quantity)) < 0 ? sides.sell : sides.buy;
  return `${side} ${formats.quantity(quantity.replace('-', ''))}`;
}
