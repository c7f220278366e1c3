import {
  type DecimalText,
  type Id,
  type Instant,
  type Money,
  type Refusal,
  addMs,
  calendarDayOf,
  decimal,
  isAfter,
  isRefusal,
  multiply,
} from '../kernel/index.ts';
import type { Account } from './account.ts';
import { fitsExactly } from './amount.ts';
import { type Draft, say } from './draft.ts';
import type { Fill } from './fill.ts';
import { type Leg, legById, legName } from './leg.ts';
import { CLOCK_TOLERANCE_MS, MOST_FILLS } from './limits.ts';
import type { Position } from './position.ts';
import { refusals } from './refusals.ts';

export interface NewFill {
  readonly fill_id: Id;
  readonly leg_id: Id;
  readonly price: DecimalText | null;
  readonly quantity: DecimalText;
  readonly fees: Money;
  readonly kind: Fill['kind'];
  readonly occurred_at: Instant;
}

/** The one way a fill enters a position, whichever command brings it. */
export function withFill(draft: Draft, fill: NewFill, account: Account): Draft | Refusal {
  const { position } = draft;
  const leg = legById(position.legs, fill.leg_id);
  if (leg === undefined) return refusals.leg_not_in_position({ leg_id: fill.leg_id, position_id: position.id });
  const problem = fillIdProblem(position, fill.fill_id) ?? roomProblem(position) ?? fillProblem(leg, fill, account, draft.now);
  if (problem !== undefined) return problem;
  const { occurred_at, ...recorded } = fill;
  return say(draft, 'FillRecorded', recorded, occurred_at);
}

function roomProblem({ fills }: Position): Refusal | undefined {
  return fills.length >= MOST_FILLS ? refusals.too_many_fills({ fills: fills.length + 1 }) : undefined;
}

/** Two fills may be alike in everything but their ids. */
export function fillIdProblem({ fills }: Position, fillId: Id): Refusal | undefined {
  return fills.some((fill) => fill.id === fillId) ? refusals.id_used_twice({ noun: 'fill', id: fillId }) : undefined;
}

type Terms = Pick<Fill, 'price' | 'quantity' | 'kind' | 'occurred_at'>;

/** Why a fill with these terms cannot have happened, if so. A correction is held to the same. */
export function fillProblem(leg: Leg, fill: Terms, account: Account, now: Instant): Refusal | undefined {
  const at = fill.occurred_at;
  if (isAfter(at, addMs(now, CLOCK_TOLERANCE_MS))) return refusals.fill_in_the_future({ at, now });
  return dayProblem(leg, fill, account) ?? sizeProblem(leg, fill, account.currency);
}

function dayProblem(leg: Leg, { occurred_at, kind }: Terms, { zone }: Account): Refusal | undefined {
  if (leg.listed_on === null && leg.expiry === null) return undefined;
  const day = calendarDayOf(occurred_at, zone);
  if (leg.listed_on !== null && day < leg.listed_on)
    return refusals.fill_before_listing({ leg: legName(leg), listed_on: leg.listed_on, day });
  if (kind !== 'trade' || leg.expiry === null || day <= leg.expiry) return undefined;
  return refusals.fill_after_expiry({ leg: legName(leg), expiry: leg.expiry, day });
}

function sizeProblem(leg: Leg, { price, quantity }: Terms, currency: string): Refusal | undefined {
  if (price === null) return undefined;
  const value = multiply(multiply(decimal(price), decimal(quantity)), decimal(leg.multiplier));
  return fitsExactly(value, currency) ? undefined : refusals.fill_too_large({ leg: legName(leg), price, quantity });
}

/** A fill that still counts. */
export function liveFillIn({ id, fills }: Position, fillId: Id): Fill | Refusal {
  const fill = fills.find((candidate) => candidate.id === fillId);
  if (fill === undefined) return refusals.fill_not_in_position({ fill_id: fillId, position_id: id });
  return fill.voided ? refusals.fill_voided({ fill_id: fillId }) : fill;
}

export function liveFillsIn(position: Position, fillIds: readonly Id[]): readonly Fill[] | Refusal {
  const fills: Fill[] = [];
  for (const id of new Set(fillIds)) {
    const fill = liveFillIn(position, id);
    if (isRefusal(fill)) return fill;
    fills.push(fill);
  }
  return fills;
}
