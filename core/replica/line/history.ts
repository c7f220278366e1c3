import type { Refusal } from '@taffrail/domain/kernel';
import { syncLimits } from '@taffrail/sync';
import { change, type Copy } from '../copy/copy.ts';
import { readMeta, writeMeta } from '../copy/meta.ts';
import type { EventsPage, ServerLine } from './serverLine.ts';

/**
 * Fetches what happened before the snapshot, newest first, a page at a time. Nothing the trader does waits for it, so
 * it stops at the first trouble and goes on the next time the line stands.
 */
export async function fetchHistory(copy: Copy, server: ServerLine, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const place = await readMeta(copy.db, 'place');
    if (place === undefined || place.history_from === 0) return;
    const after = Math.max(0, place.history_from - syncLimits.eventsPerPage);
    const reply = await server.events(after, place.history_from - after, place.log_id, signal);
    if (reply.kind !== 'answered' || (await keepHistory(copy, after, reply.value)) !== undefined) return;
  }
}

function keepHistory(copy: Copy, after: number, { log_id, events }: EventsPage): Promise<Refusal | undefined> {
  return change<Refusal | undefined>(copy, async (draft) => {
    const place = await readMeta(copy.db, 'place');
    if (place?.log_id !== log_id) return undefined;
    await copy.db.fact.bulkPut(events);
    await writeMeta(copy.db, 'place', { ...place, history_from: after });
    draft.mention([...new Set(events.map(({ aggregate_type }) => aggregate_type))]);
    return undefined;
  });
}
