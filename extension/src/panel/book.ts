import { signal, type ReadonlySignal } from '@preact/signals';
import { booksAt, followKept, keep, openBook, type KeptBook, type OpenBook, type Pairing } from '../app/index.ts';
import { pairing as words } from '../words/index.ts';

/** The book this page shows. */
export type Book =
  | { readonly status: 'opening' }
  /** Nothing in this browser yet. */
  | { readonly status: 'none' }
  | ({ readonly status: 'open' } & OpenBook)
  | { readonly status: 'failed'; readonly error: unknown };

const state = signal<Book>({ status: 'opening' });
const asked = signal<Pairing | undefined>(undefined);

export const book: ReadonlySignal<Book> = state;
export const pairing: ReadonlySignal<Pairing | undefined> = asked;

/** Shows the book that is kept here, and the one that takes its place. */
export function followBook(): void {
  let turn: Promise<void> = Promise.resolve();
  followKept('book', (kept) => void (turn = turn.then(() => show(kept))));
  followKept('pairing', (now) => void (asked.value = now));
}

async function show(kept: KeptBook | undefined): Promise<void> {
  const before = state.peek();
  state.value = { status: 'opening' };
  if (before.status === 'open') await before.close();
  try {
    const open = kept && (await openBook(kept, 'page'));
    state.value = open === undefined ? { status: 'none' } : { status: 'open', ...open };
  } catch (error) {
    state.value = { status: 'failed', error };
  }
}

/** A book of this browser alone. It may come to a server later, with all that is in it. */
export async function beginHere(): Promise<void> {
  const { id } = await (await booksAt(null)).createLocalBook(words.bookName);
  await keep('book', { id, origin: null });
}

export function useBook(): Extract<Book, { status: 'open' }> {
  const now = state.value;
  if (now.status !== 'open') throw new Error('this part of the panel needs a book');
  return now;
}
