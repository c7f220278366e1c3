import { effect } from '@preact/signals-core';
import { wishesToKeep, type Keeping, type Kept, type Wish } from '@taffrail/domain/conduct';
import type { Breach, Judgement, MeasuredSession } from '@taffrail/domain/discipline';
import { isRefusal, type Versioned } from '@taffrail/domain/kernel';
import type { Replica } from '../replica.ts';
import { known } from './known.ts';

/**
 * Keeps the record of a book that has no server to do it: breaches, sessions, the phase. It looks again when something has changed and
 * when a minute has passed; of all tabs one does it at a time. Returns how to stop.
 */
export function keepHere(replica: Replica): () => void {
  const { bookId, surroundings } = replica.ground;
  const closing = new AbortController();
  void surroundings.locks.hold(`taffrail-keeping-${bookId}`, closing.signal, () => keepUntil(replica, closing.signal));
  return () => closing.abort();
}

/** What comes in quick succession is looked at once. */
const PAUSE_MS = 500;

async function keepUntil(replica: Replica, signal: AbortSignal): Promise<void> {
  const { book, minute } = known(replica);
  let before: Keeping['before'];
  let change = Promise.withResolvers<void>();
  const stop = effect(() => {
    if (book.value !== undefined && minute.value !== '') change.resolve();
  });
  signal.addEventListener('abort', () => change.resolve(), { once: true });
  for (;;) {
    await change.promise;
    await replica.ground.surroundings.wait(PAUSE_MS, signal);
    if (signal.aborted) break;
    change = Promise.withResolvers();
    before = await keep(replica, before, signal);
  }
  stop();
}

/** What the next keeping goes by: what is kept now, or as before where it was broken off. */
async function keep(replica: Replica, before: Keeping['before'], signal: AbortSignal): Promise<Keeping['before']> {
  const book = known(replica).book.peek();
  if (book === undefined) return before;
  const at = replica.now();
  try {
    const wishes = wishesToKeep({ now: at, book, before, kept: await readKept(replica) });
    return (await haveAll(replica, wishes, signal)) ? { book, at } : before;
  } catch (error) {
    // The book was closed in the middle; whoever opens it next goes on.
    if (signal.aborted) return before;
    throw error;
  }
}

const AT_ONCE = 50;

/** Whether all of them are kept. What is refused was told of a book that has changed meanwhile; it keeps no other from being kept. */
async function haveAll(replica: Replica, wishes: readonly Wish[], signal: AbortSignal): Promise<boolean> {
  let refused = 0;
  for (let from = 0; from < wishes.length; from += AT_ONCE) {
    if (signal.aborted) return false;
    const some = wishes.slice(from, from + AT_ONCE);
    if (!isRefusal(await replica.dispatch(...some))) continue;
    for (const wish of some) if (isRefusal(await replica.dispatch(wish))) refused += 1;
  }
  return refused === 0;
}

async function readKept(replica: Replica): Promise<Kept> {
  const [judgements, breaches, sessions] = await Promise.all([
    replica.states<Judgement>('judgement'),
    replica.states<Breach>('breach'),
    replica.states<MeasuredSession>('trading_session'),
  ]);
  return { judgements: judgements.map(stateOf), breaches: breaches.map(stateOf), sessions: sessions.map(stateOf) };
}

const stateOf = <S>({ state }: Versioned<S>): S => state;
