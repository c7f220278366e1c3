import { arming, type Plan } from '@taffrail/domain/conduct';
import type { Verdict } from '@taffrail/domain/discipline';
import { isRefusal, type Change, type Refusal } from '@taffrail/domain/kernel';
import type { Wish } from '../outbox/dispatch.ts';
import type { Replica } from '../replica.ts';

/** Puts a plan in the book, unless the verdict stops it. With a reason it goes on all the same, and both are on the record. */
export async function arm(
  replica: Replica,
  plan: Plan<Wish>,
  verdict: Verdict,
  overrideReason: string | null,
): Promise<readonly Change[] | Refusal> {
  const over = overrideReason === null ? null : { override_id: replica.ground.surroundings.ids.next(), reason: overrideReason };
  const wishes = arming(verdict, plan, over);
  return isRefusal(wishes) ? wishes : replica.dispatch(...wishes);
}
