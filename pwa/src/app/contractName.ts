import type { Leg } from '@taffrail/domain/tradelog';
import type { Formats } from '@taffrail/ui';
import { position as words } from '../words/index.ts';

type Terms = Pick<Leg, 'instrument_type' | 'symbol' | 'expiry' | 'strike' | 'right'>;

/** A contract as a trader names it. */
export function contractName({ instrument_type, symbol, expiry, strike, right }: Terms, formats: Formats): string {
  if (instrument_type === 'stock' || expiry === null) return symbol;
  if (instrument_type === 'future' || strike === null || right === null) return `${symbol} ${formats.day(expiry)}`;
  return `${symbol} ${formats.day(expiry)} ${formats.quantity(strike)} ${words.rights[right]}`;
}
