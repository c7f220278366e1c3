import type { DeclareOverride, Verdict } from '../discipline/index.ts';
import { type Command, type Id, type Refusal, asJson } from '../kernel/index.ts';
import type { CreatePosition } from '../tradelog/index.ts';
import { refusals } from './refusals.ts';

/** Something to happen, before it is a command of anybody's. */
export type Wish = Pick<Command, 'type' | 'aggregate_id' | 'payload'>;

/** A trade somebody means to make, and the commands that put it in the book. */
export interface Plan<W extends Wish = Wish> {
  readonly account_id: Id;
  /** Null where it has no position yet, such as an order. */
  readonly position_id: Id | null;
  readonly wishes: readonly W[];
}

export interface GoingOver {
  readonly override_id: Id;
  /** Why all the same. */
  readonly reason: string;
}

/** What makes a plan count, or why it may not. Whoever goes over what stands against it says so on the record first. */
export function arming<W extends Wish>(verdict: Verdict, plan: Plan<W>, over: GoingOver | null): readonly (W | Wish)[] | Refusal {
  const stops = verdict.reasons.filter(({ effect }) => effect === 'stops');
  const [first] = stops;
  if (first === undefined || plan.wishes.some(hasHappened)) return plan.wishes;
  if (over === null) return refusals.not_allowed_now({ sentence: first.sentence, clears_at: first.clears_at, reasons: stops.map(asJson) });
  const { account_id, position_id } = plan;
  const payload: DeclareOverride = { account_id, position_id, reasons: stops, reason: over.reason };
  return [{ type: 'DeclareOverride', aggregate_id: over.override_id, payload: asJson(payload) }, ...plan.wishes];
}

/** What was filled is a fact already, and no rule undoes it. */
function hasHappened({ type, payload }: Wish): boolean {
  return type === 'CreatePosition' && ((payload as unknown as CreatePosition).fills?.length ?? 0) > 0;
}
