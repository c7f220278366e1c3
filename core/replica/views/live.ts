import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { News } from '../copy/copy.ts';

export type Live<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown };

export type Hear = (listener: (news: News) => void) => () => void;

/** The answer to a query, asked again whenever something of these types changed while somebody looks. */
export function liveQuery<T>(hear: Hear, types: readonly string[], query: () => Promise<T>): ReadonlySignal<Live<T>> {
  const concerned = new Set(types);
  let stop: (() => void) | undefined;
  let asking = false;
  let isStale = false;

  const answer = signal<Live<T>>({ status: 'loading' }, { watched: look, unwatched: lookAway });

  function look(): void {
    stop = hear((news) => {
      if (news.types.some((type) => concerned.has(type))) void ask();
    });
    void ask();
  }

  function lookAway(): void {
    stop?.();
  }

  /** One question at a time: what changes meanwhile is asked about once, afterwards. */
  async function ask(): Promise<void> {
    isStale = true;
    if (asking) return;
    asking = true;
    while (isStale) {
      isStale = false;
      answer.value = await asked();
    }
    asking = false;
  }

  async function asked(): Promise<Live<T>> {
    try {
      return { status: 'ready', value: await query() };
    } catch (error) {
      return { status: 'failed', error };
    }
  }

  return answer;
}
