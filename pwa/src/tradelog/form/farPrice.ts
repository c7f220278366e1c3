import { compare, decimal, multiply, signOf, type DecimalText, type Id, type Refusal } from '@taffrail/domain/kernel';
import type { Fill, Leg } from '@taffrail/domain/tradelog';
import { useFormats } from '@taffrail/ui';
import { useRef } from 'preact/hooks';
import { form as words } from '../../words/index.ts';

const TWICE = decimal('2');

/** What a contract was last traded at, but for one fill. The price of an option doubles and halves by itself, so it says nothing. */
export function lastPriceOf(fills: readonly Fill[], leg: Pick<Leg, 'id' | 'instrument_type'>, but?: Id): DecimalText | undefined {
  if (leg.instrument_type === 'option') return undefined;
  const priced = fills.filter(({ id, leg_id, voided, price }) => leg_id === leg.id && id !== but && !voided && price !== null);
  return priced.toSorted((a, b) => (a.occurred_at < b.occurred_at ? -1 : 1)).at(-1)?.price ?? undefined;
}

/** More than twice of it or less than half, as it comes out where a point or a digit was missed. */
export function isFar(price: DecimalText, last: DecimalText): boolean {
  const [now, then] = [decimal(price), decimal(last)];
  if (signOf(now) <= 0 || signOf(then) <= 0) return false;
  return compare(now, multiply(then, TWICE)) > 0 || compare(multiply(now, TWICE), then) < 0;
}

/** Asks once about a price that is far from the last one. Whoever sends it again means it. */
export function usePriceDoubt(): (price: DecimalText | undefined, last: DecimalText | undefined) => Refusal | undefined {
  const formats = useFormats();
  const doubted = useRef<DecimalText>(undefined);
  return (price, last) => {
    if (price === undefined || last === undefined || doubted.current === price || !isFar(price, last)) return undefined;
    doubted.current = price;
    return { refused: true, code: 'price_far_off', sentence: words.farOff(formats.price(last)), details: {} };
  };
}
