import { effect } from '@preact/signals';
import { wishesToKeep, type Keeping, type Kept } from '@taffrail/domain/conduct';
import type { Breach, Judgement, MeasuredSession } from '@taffrail/domain/discipline';
import { isRefusal, type Id, type Versioned } from '@taffrail/domain/kernel';
import type { Replica } from '@taffrail/replica';
import { book } from '../app/index.ts';
import { known } from './known.ts';

/** A book with a server is kept there; one of this device alone is kept here, for as long as it is on the screen. */
export function followKeeping(): () => void {
  return effect(() => {
    const now = book.value;
    return now.status === 'open' && now.entry.workspace_id === null ? keepHere(now.replica) : undefined;
  });
}

/** Of all tabs one does this at a time. Returns how to stop. */
export function keepHere(replica: Replica): () => void {
  const { bookId, surroundings } = replica.ground;
  const closing = new AbortController();
  void surroundings.locks.hold(`taffrail-keeping-${bookId}`, closing.signal, () => keepUntil(replica, closing.signal));
  return () => closing.abort();
}

/** What comes in quick succession is looked at once. */
const PAUSE_MS = 500;

async function keepUntil(replica: Replica, signal: AbortSignal): Promise<void> {
  const { book: seen, minute } = known(replica);
  const { wait } = replica.ground.surroundings;
  let before: Keeping['before'];
  let change = Promise.withResolvers<void>();
  const stop = effect(() => {
    if (seen.value !== undefined && minute.value !== '') change.resolve();
  });
  signal.addEventListener('abort', () => change.resolve(), { once: true });
  while (!signal.aborted) {
    await change.promise;
    await wait(PAUSE_MS, signal);
    change = Promise.withResolvers();
    if (!signal.aborted) before = await kept(replica, before, signal);
  }
  stop();
}

async function kept(replica: Replica, before: Keeping['before'], signal: AbortSignal): Promise<Keeping['before']> {
  const now = known(replica).book.peek();
  if (now === undefined) return before;
  const at = replica.now();
  try {
    const wishes = wishesToKeep({ now: at, book: now, before, kept: await readKept(replica) });
    for (const wish of wishes) {
      if (signal.aborted) return before;
      const answer = await replica.dispatch(wish);
      if (isRefusal(answer)) return before;
    }
    return { book: now, at };
  } catch (error) {
    // The book was closed in the middle; whoever opens it next goes on.
    if (signal.aborted) return before;
    throw error;
  }
}

async function readKept(replica: Replica): Promise<Kept> {
  const [judgements, breaches, sessions] = await Promise.all([
    replica.states<Judgement>('judgement'),
    replica.states<Breach>('breach'),
    replica.states<MeasuredSession>('trading_session'),
  ]);
  return { judgements: judgements.map(stateOf), breaches: breaches.map(stateOf), sessions: sessions.map(stateOf) };
}

const stateOf = <S>({ state }: Versioned<S> & { readonly id: Id }): S => state;
