import {
  type DecimalText,
  type Id,
  type Refusal,
  absolute,
  compare,
  decimal,
  decimalText,
  isZero,
  negate,
  signOf,
} from '../kernel/index.ts';
import { heldOf } from './fill.ts';
import { type Leg, legById, legName } from './leg.ts';
import type { Position } from './position.ts';
import { refusals } from './refusals.ts';

export interface Closing {
  readonly leg: Leg;
  readonly side: 'long' | 'short';
  /** How many units, without a sign. */
  readonly size: DecimalText;
  /** The fill's quantity: opposite to what is held. */
  readonly quantity: DecimalText;
}

/** So much of what a leg holds, or all of it. Never more: what is not held cannot leave. */
export function closingOf(position: Position, legId: Id, wanted: DecimalText | undefined, what: string): Closing | Refusal {
  const leg = legById(position.legs, legId);
  if (leg === undefined) return refusals.leg_not_in_position({ leg_id: legId, position_id: position.id });
  const held = heldOf(position.fills, legId);
  if (isZero(held)) return refusals.leg_is_flat({ leg: legName(leg) });
  const size = wanted === undefined ? absolute(held) : decimal(wanted);
  if (signOf(size) < 0) {
    const instead = 'Which way it goes follows from what is held.';
    return refusals.quantity_not_positive({ what, quantity: decimalText(size), instead });
  }
  if (compare(size, absolute(held)) > 0) {
    return refusals.more_than_held({ leg: legName(leg), held: decimalText(absolute(held)), quantity: decimalText(size) });
  }
  const long = signOf(held) > 0;
  return { leg, side: long ? 'long' : 'short', size: decimalText(size), quantity: decimalText(long ? negate(size) : size) };
}
