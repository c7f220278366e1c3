import type { Wish } from '@taffrail/domain/conduct';
import { isRefusal, settle, type Instant, type Refusal, type Versioned } from '@taffrail/domain/kernel';
import { tradelog, type Account, type Position } from '@taffrail/domain/tradelog';

/** What would be in the book if the plan were armed now, by the rules that decide it then. Nothing of it is kept. */
export function tried(wish: Wish, account: Account, now: Instant): Position | Refusal {
  const command = { command_id: NOBODYS, ...wish };
  const accountNow: Versioned = { version: 1, state: account };
  const outcome = settle([tradelog], command, ({ aggregate_id }) => (aggregate_id === account.id ? accountNow : undefined), now);
  if (isRefusal(outcome)) return outcome;
  const made = outcome.changes.find(({ aggregate_id }) => aggregate_id === wish.aggregate_id);
  return made?.after.state as Position;
}

/** It goes no further than this trial. */
const NOBODYS = '00000000-0000-7000-8000-000000000001';
