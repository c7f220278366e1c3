import { signal, type ReadonlySignal } from '@preact/signals';
import { keepHere } from '@taffrail/replica';
import { followKept, type KeptBook } from '../../app/index.ts';
import { until } from '../until.ts';
import { openBook, type OpenBook } from './openBook.ts';

/** The book that is open here. */
export type Held = { readonly status: 'opening' | 'none' | 'failed' } | { readonly status: 'open'; readonly book: OpenBook };

const state = signal<Held>({ status: 'opening' });

export const held: ReadonlySignal<Held> = state;

/** Opens the book that is kept here with its line, which sends and follows for as long as the worker lives. The one before is closed. */
export function holdBook(): void {
  let turn = Promise.resolve();
  followKept('book', (kept) => void (turn = turn.then(() => hold(kept))));
}

async function hold(kept: KeptBook | undefined): Promise<void> {
  const before = state.peek();
  state.value = { status: 'opening' };
  if (before.status === 'open') await before.book.close();
  try {
    const book = kept && (await openBook(kept));
    state.value = book === undefined ? { status: 'none' } : { status: 'open', book: keptHere(book) };
  } catch (error) {
    state.value = { status: 'failed' };
    throw error;
  }
}

/** A book without a server is kept here: what a server would judge by itself is judged by this browser. */
function keptHere(book: OpenBook): OpenBook {
  if (book.entry.workspace_id !== null) return book;
  const stop = keepHere(book.replica);
  return {
    ...book,
    async close() {
      stop();
      await book.close();
    },
  };
}

/** Once it is open; null where there is none. */
export function bookHeld(): Promise<OpenBook | null> {
  return until(() => {
    const now = held.value;
    if (now.status === 'opening') return undefined;
    return now.status === 'open' ? now.book : null;
  });
}
