import {
  type DecimalText,
  type Id,
  type Instant,
  type Money,
  type World,
  absolute,
  add,
  addMoney,
  compare,
  decimal,
  decimalOf,
  decimalText,
  divide,
  isAfter,
  isZero,
  minorDigits,
  moneyFromDecimal,
  multiply,
  negate,
  negateMoney,
  signOf,
} from '../kernel/index.ts';
import { type Draft, draftOfNew } from './draft.ts';
import { heldByLeg, heldOf, liveFills } from './fill.ts';
import type { NewFill } from './fillRules.ts';
import type { Leg } from './leg.ts';
import type { Position } from './position.ts';
import { sameHeadings } from './headings.ts';

type Traded = Pick<NewFill, 'leg_id' | 'quantity'>;

/**
 * Where a fill belongs: in this position, in the next one (this one was closed before it), or across both (it closes this one and
 * turns around). A leg that turns around while other legs are open is part of the same trade, and so is a late fill.
 */
export function placeOf(position: Position, fill: Traded, occurredAt: Instant): 'here' | 'next' | 'across' {
  if (position.closed_at !== null) return isAfter(occurredAt, position.closed_at) ? 'next' : 'here';
  return turnsAround(position, fill, occurredAt) ? 'across' : 'here';
}

function turnsAround({ fills }: Position, { leg_id, quantity }: Traded, occurredAt: Instant): boolean {
  const traded = decimal(quantity);
  const held = heldByLeg(fills);
  const own = held.get(leg_id);
  if (own === undefined || signOf(own) * signOf(traded) !== -1 || compare(absolute(traded), absolute(own)) <= 0) return false;
  const othersFlat = [...held].every(([id, quantityHeld]) => id === leg_id || isZero(quantityHeld));
  return othersFlat && liveFills(fills).every((fill) => !isAfter(fill.occurred_at, occurredAt));
}

export function closingPart({ fills }: Position, fill: NewFill): NewFill {
  const quantity = decimalText(negate(heldOf(fills, fill.leg_id)));
  return { ...fill, quantity, fees: share(fill, quantity) };
}

/** What is left after closing; its fees are the rest, so that no minor unit is lost or made up. */
export function openingPart(position: Position, fill: NewFill, fillId: Id): NewFill {
  const quantity = decimalText(add(decimal(fill.quantity), heldOf(position.fills, fill.leg_id)));
  return { ...fill, fill_id: fillId, quantity, fees: addMoney(fill.fees, negateMoney(closingPart(position, fill).fees)) };
}

function share({ fees, quantity }: NewFill, part: DecimalText): Money {
  const exact = divide(multiply(decimalOf(fees), decimal(part)), decimal(quantity), minorDigits(fees.currency));
  return moneyFromDecimal(exact, fees.currency);
}

/** The same instrument traded again: a new trade that inherits what it is filed under, but neither plan nor risk. */
export function continuation(
  position: Position,
  leg: Leg,
  { next_position_id, next_leg_id }: { readonly next_position_id: Id; readonly next_leg_id: Id },
  { quantity, occurred_at }: NewFill,
  world: World,
): Draft {
  const legs = [{ ...leg, id: next_leg_id, quantity, delivered: false }];
  const created = { ...sameHeadings(position), legs, continues: position.id };
  return draftOfNew(next_position_id, created, occurred_at, world);
}
