import { isRefusal } from '@taffrail/domain/kernel';
import type { OpenCopy } from '../copy/copy.ts';
import { readMeta } from '../copy/meta.ts';
import { arrive } from './arrive.ts';
import { loadBook } from './loadBook.ts';
import type { Greeting, Reply, ServerLine } from './serverLine.ts';

export interface Progress {
  loading(loaded: number): void;
  following(said: Greeting): void;
}

/** Brings the copy up to date and keeps it so until the line breaks: the whole book where there is none yet, then fact by fact. */
export async function follow(copy: OpenCopy, server: ServerLine, signal: AbortSignal, progress: Progress): Promise<Reply<'ended'>> {
  if ((await readMeta(copy.db, 'place')) === undefined) {
    const loaded = await load(copy, server, signal, progress);
    if (loaded.kind !== 'answered') return loaded;
  }
  const place = await readMeta(copy.db, 'place');
  if (place === undefined) throw new Error('a loaded book has a place');
  let trouble: Reply<'ended'> | undefined;
  const ended = await server.follow(
    place,
    {
      connected: progress.following,
      async facts(events) {
        const arrival = await arrive(copy, place.log_id, events);
        if (isRefusal(arrival)) trouble = { kind: 'later', sentence: arrival.sentence };
        else if (arrival === 'astray') trouble = { kind: 'start_over' };
        return arrival === 'arrived';
      },
    },
    signal,
  );
  const reply = trouble ?? ended;
  return reply.kind === 'start_over' ? load(copy, server, signal, progress) : reply;
}

async function load(copy: OpenCopy, server: ServerLine, signal: AbortSignal, progress: Progress): Promise<Reply<'ended'>> {
  const reply = await loadBook(copy, server, signal, progress.loading);
  if (reply.kind !== 'answered') return reply;
  return reply.value ? { kind: 'later', sentence: reply.value.sentence } : { kind: 'answered', value: 'ended' };
}
