import { contexts } from '@taffrail/domain';
import { asJson, type Id, type Instant, isRefusal, settle, type Versioned } from '@taffrail/domain/kernel';
import type { Wish } from '@taffrail/replica';

/** The book in memory while it is made up, so that what comes next can rest on what was there. A refusal is a mistake of whoever made it up. */
export interface Rehearsal {
  readonly wishes: readonly Wish[];
  /** What comes to no fact is left out. */
  wish(wanted: Omit<Wish, 'payload'> & { readonly payload: unknown }): void;
  /** Everything of a kind. */
  states<S>(type: string): readonly Versioned<S>[];
}

export function rehearse(now: Instant, nextId: () => Id): Rehearsal {
  const states = new Map<string, Versioned>();
  const wishes: Wish[] = [];
  return {
    wishes,
    wish(wanted) {
      const wish = { ...wanted, payload: asJson(wanted.payload) };
      const settled = settle(
        contexts,
        { ...wish, command_id: nextId() },
        (ref) => states.get(`${ref.aggregate_type} ${ref.aggregate_id}`),
        now,
      );
      if (isRefusal(settled)) throw new Error(`${wish.type}: ${settled.sentence}`);
      for (const { aggregate_type, aggregate_id, after } of settled.changes) states.set(`${aggregate_type} ${aggregate_id}`, after);
      if (settled.facts.length > 0) wishes.push(wish);
    },
    states: <S>(type: string) =>
      [...states].filter(([key]) => key.startsWith(`${type} `)).map(([, versioned]) => versioned as Versioned<S>),
  };
}
