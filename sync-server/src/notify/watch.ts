import { addMs, type Instant } from '@taffrail/domain/kernel';
import type { People } from '../identity/index.ts';
import type { Sql } from '../workspace/index.ts';
import { forgetNoticesBefore } from './notices.ts';
import type { Teller } from './telling.ts';

export const WATCH_JOB = 'watch';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const KEPT_FOR_MS = 90 * DAY_MS;
const BYTES_PER_MB = 1024 * 1024;

export interface WatchParts {
  readonly sql: Sql;
  readonly people: Pick<People, 'ownerIds'>;
  readonly teller: Teller;
  readonly freeBytes: () => number;
  /** Below this there is still time to do something about it. */
  readonly lowBytes: number;
}

/** What is looked at each hour: whether there is room for what comes, and what nobody will read any more. */
export function openWatch({ sql, people, teller, freeBytes, lowBytes }: WatchParts) {
  return (now: Instant): Promise<Instant> => {
    forgetNoticesBefore(sql, addMs(now, -KEPT_FOR_MS));
    const free = freeBytes();
    if (free < lowBytes) {
      const params = { free_mb: Math.floor(free / BYTES_PER_MB) };
      const cause = `storage_low ${now.slice(0, 10)}`;
      teller.tell({ kind: 'storage_low', params, subject: null, cause, occurredAt: now, workspaceId: undefined }, people.ownerIds());
    }
    return Promise.resolve(addMs(now, HOUR_MS));
  };
}
