import { asJson, decimal, decimalText, negate, type Id } from '@taffrail/domain/kernel';
import type { Wish } from '@taffrail/domain/conduct';
import type { Draft, Sketch } from '../../app/index.ts';

/** The position that a sketch is the plan of; nothing while something is missing. */
export function planWish({ position_id, leg_id }: Pick<Draft, 'position_id' | 'leg_id'>, accountId: Id, sketch: Sketch): Wish | undefined {
  const { symbol, side, quantity, kind, expiry, multiplier, entry, stop, target } = sketch;
  if (symbol === undefined || side === undefined || quantity === undefined) return undefined;
  const leg = {
    id: leg_id,
    instrument_type: kind,
    quantity: side === 'buy' ? quantity : decimalText(negate(decimal(quantity))),
    ...(kind === 'future' && { expiry: expiry ?? null }),
    ...(multiplier !== undefined && { multiplier }),
  };
  const plan = [entry, stop, target].some((price) => price !== undefined) ? { entry, stop, target } : null;
  // As it goes over the wire: what was left out is not there.
  const payload: unknown = JSON.parse(JSON.stringify({ account_id: accountId, symbol: symbol.trim(), legs: [leg], plan }));
  return { type: 'CreatePosition', aggregate_id: position_id, payload: asJson(payload) };
}
