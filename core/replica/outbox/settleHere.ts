import { contexts } from '@taffrail/domain';
import { settle, type AggregateRef, type Command, type Instant, type Refusal, type Settled, type Versioned } from '@taffrail/domain/kernel';
import { keyOf, type Key } from '../copy/tables.ts';

/** The states decisions are shown, as far as they are loaded; what a decision leads to is written into it by the caller. */
export type Known = Map<Key, Versioned | undefined>;

export interface Decided {
  readonly outcome: Settled | Refusal;
  readonly shown: readonly Key[];
}

class NotLoaded extends Error {
  override readonly name = 'NotLoaded';
  readonly ref: AggregateRef;

  constructor(ref: AggregateRef) {
    super(`${keyOf(ref)} is not loaded yet`);
    this.ref = ref;
  }
}

/**
 * Decides with the domain's own `settle`, which reads states at once while a device's database answers later: what turns
 * out to be missing is loaded, and the decision, which is pure, is made again.
 */
export async function settleHere(
  command: Command,
  now: Instant,
  known: Known,
  load: (key: Key) => Promise<Versioned | undefined>,
): Promise<Decided> {
  for (;;) {
    const decided = attempt(command, now, known);
    if (!(decided instanceof NotLoaded)) return decided;
    const key = keyOf(decided.ref);
    known.set(key, await load(key));
  }
}

function attempt(command: Command, now: Instant, known: Known): Decided | NotLoaded {
  const shown = new Set<Key>();
  const show = (ref: AggregateRef): Versioned | undefined => {
    const key = keyOf(ref);
    if (!known.has(key)) throw new NotLoaded(ref);
    shown.add(key);
    return known.get(key);
  };
  try {
    return { outcome: settle(contexts, command, show, now), shown: [...shown] };
  } catch (error) {
    if (error instanceof NotLoaded) return error;
    throw error;
  }
}
