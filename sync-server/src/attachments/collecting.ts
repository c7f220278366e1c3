import { DAYS_TO_RESTORE } from '@taffrail/domain/attachments';
import { addMs, type Fact, type Instant } from '@taffrail/domain/kernel';
import type { JobHandler, JobRequest } from '../workspace/index.ts';
import { filesSpokenOf } from './filesSpokenOf.ts';

const COLLECT = 'attachments.collect';
const DAY_MS = 86_400_000;

export const RESTORABLE_MS = DAYS_TO_RESTORE * DAY_MS;
/** A day longer than anything can be restored or a backup may take to read it. */
const KEPT_MS = RESTORABLE_MS + DAY_MS;

/** One round for whatever nobody speaks of any more by the end of a day: so a thousand removals are one job. */
export function collectingAfter(instant: Instant): JobRequest {
  const day = instant.slice(0, 'YYYY-MM-DD'.length);
  return { kind: COLLECT, key: day, due_at: addMs(`${day}T00:00:00.000Z`, KEPT_MS + DAY_MS) };
}

export function attachmentJobsOf({ type, recorded_at }: Fact): readonly JobRequest[] {
  return type === 'AttachmentRemoved' ? [collectingAfter(recorded_at)] : [];
}

export const attachmentJobs: { readonly [kind: string]: JobHandler } = {
  [COLLECT]: async (_, { now, blobs, book }) => {
    const spokenOf = book.read((sql) => filesSpokenOf(sql, now, KEPT_MS));
    const kept = new Set(spokenOf.map(({ hash }) => hash));
    // A thumbnail is named after its file, and goes with it.
    await blobs.collect((name) => kept.has(name.split('.', 1).join()), addMs(now, -KEPT_MS));
    // No fact says when a page shows it no more.
    return spokenOf.every(({ isAttached }) => isAttached) ? undefined : addMs(now, KEPT_MS);
  },
};
