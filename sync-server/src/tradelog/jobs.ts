import type { Fact, Instant } from '@taffrail/domain/kernel';
import type { JobHandler, JobRequest } from '../workspace/index.ts';

const EXPIRE_ORDER = 'tradelog.expire-order';

/** An order that is good until some time is cancelled then, unless it was filled or cancelled before. */
export function tradelogJobsOf(fact: Fact): readonly JobRequest[] {
  const request = { kind: EXPIRE_ORDER, key: fact.aggregate_id };
  if (fact.type === 'OrderFilled' || fact.type === 'OrderCancelled') return [{ ...request, due_at: null }];
  if (fact.type !== 'OrderCreated') return [];
  const { good_until } = fact.payload as { good_until: Instant | null };
  return good_until === null ? [] : [{ ...request, due_at: good_until }];
}

export const tradelogJobs: { readonly [kind: string]: JobHandler } = {
  [EXPIRE_ORDER]: async ({ key }, { submit }) => {
    await submit({ command_id: `expire-order/${key}`, type: 'CancelOrder', aggregate_id: key, payload: { reason: 'expired' } });
    return undefined;
  },
};
