import type { Refusal, Versioned } from '@taffrail/domain/kernel';
import { change, type Copy, type OpenCopy } from '../copy/copy.ts';
import { writeMeta } from '../copy/meta.ts';
import { keyOf, type Key } from '../copy/tables.ts';
import type { Telling } from '../outbox/retell.ts';
import { withdraw } from '../outbox/withdraw.ts';
import type { Reply, ServerLine, SnapshotPage } from './serverLine.ts';

/**
 * Fetches the whole book and puts it in place of what was confirmed before, all at once: until then the trader works
 * on with the old copy. What waits in the outbox is kept and decided again on the new one.
 */
export async function loadBook(
  copy: OpenCopy,
  server: ServerLine,
  signal: AbortSignal,
  progress: (loaded: number) => void,
): Promise<Reply<Refusal | undefined>> {
  const pages: SnapshotPage[] = [];
  let loaded = 0;
  for (let after: string | null | undefined; after !== null;) {
    progress(loaded);
    const reply = await server.snapshot(after, signal);
    if (reply.kind !== 'answered') return reply;
    // The book was replaced while it was being read.
    if (reply.value.log_id !== (pages[0] ?? reply.value).log_id) return { kind: 'start_over' };
    pages.push(reply.value);
    loaded += reply.value.aggregates.length;
    after = reply.value.next_after;
  }
  return { kind: 'answered', value: await replaceBook(copy, pages) };
}

function replaceBook(opened: OpenCopy, pages: readonly SnapshotPage[]): Promise<Refusal | undefined> {
  const [first] = pages;
  if (first === undefined) throw new Error('a snapshot has at least one page');
  const { log_id, cursor: seq } = first;
  return change<Refusal | undefined>(opened, async (copy, draft) => {
    const { db } = copy;
    // What another log accepted, this one has not heard of; what this one accepted, it says again.
    await db.outbox.toCollection().modify({ accepted_seq: null });
    draft.outboxChanged();
    await db.fact.clear();
    await writeMeta(db, 'place', { log_id, seq, history_from: seq });
    await withdraw(db, draft, [], tellingsOf(await confirmedStates(copy), pages));
    return undefined;
  });
}

async function confirmedStates({ db }: Copy): Promise<ReadonlyMap<Key, Versioned | undefined>> {
  return new Map((await db.state.toArray()).map(({ key, confirmed }) => [key, confirmed]));
}

function tellingsOf(old: ReadonlyMap<Key, Versioned | undefined>, pages: readonly SnapshotPage[]): ReadonlyMap<Key, Telling> {
  const loaded = new Map<Key, Versioned>();
  for (const { version, state, ...ref } of pages.flatMap(({ aggregates }) => aggregates)) loaded.set(keyOf(ref), { version, state });
  const keys = new Set([...old.keys(), ...loaded.keys()]);
  return new Map([...keys].map((key) => [key, { confirmed: loaded.get(key), before: old.get(key), after: loaded.get(key) }]));
}
