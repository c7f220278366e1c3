import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { syncLimits } from '@taffrail/sync';
import { change, type OpenCopy } from '../copy/copy.ts';
import { readMeta, writeMeta } from '../copy/meta.ts';
import type { EventsPage, Reply, ServerLine } from './serverLine.ts';

/** Fetches what happened before the snapshot, newest first, a page at a time. Nothing the trader does waits for it. */
export async function fetchHistory(copy: OpenCopy, server: ServerLine, signal: AbortSignal): Promise<Reply<'whole'>> {
  while (!signal.aborted) {
    const place = await readMeta(copy.db, 'place');
    if (place === undefined || place.history_from === 0) break;
    const after = Math.max(0, place.history_from - syncLimits.eventsPerPage);
    const reply = await server.events(after, place.history_from - after, place.log_id, signal);
    if (reply.kind !== 'answered') return reply;
    const kept = await keepHistory(copy, after, reply.value);
    if (isRefusal(kept)) return { kind: 'later', sentence: kept.sentence };
  }
  return { kind: 'answered', value: 'whole' };
}

function keepHistory(opened: OpenCopy, after: number, { log_id, events }: EventsPage): Promise<void | Refusal> {
  return change(opened, async ({ db }, draft) => {
    const place = await readMeta(db, 'place');
    if (place?.log_id !== log_id) return;
    await db.fact.bulkPut(events);
    await writeMeta(db, 'place', { ...place, history_from: after });
    draft.mention([...new Set(events.map(({ aggregate_type }) => aggregate_type))]);
  });
}
