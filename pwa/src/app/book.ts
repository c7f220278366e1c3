import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { BookEntry, Books, Papers, Replica } from '@taffrail/replica';

/** The book this tab shows. */
export type Book =
  | { readonly status: 'opening' }
  /** Nothing on this device yet. */
  | { readonly status: 'none' }
  | { readonly status: 'open'; readonly entry: BookEntry; readonly replica: Replica; readonly papers: Papers }
  | { readonly status: 'failed'; readonly error: unknown };

const state = signal<Book>({ status: 'opening' });

export const book: ReadonlySignal<Book> = state;

const LAST_BOOK = 'taffrail book';

/** The database and the rules are not needed to draw the first frame, so they load beside it. */
const loading = import('@taffrail/replica');

export const books = async (): Promise<Books> => {
  const { openBooks, randomIds, systemClock } = await loading;
  return openBooks(systemClock, randomIds(systemClock));
};

/** Opens the book that was open last, or the only one there is. */
export async function openLastBook(): Promise<BookEntry | undefined> {
  try {
    const entries = await (await books()).list();
    const last = entries.find((entry) => entry.id === localStorage.getItem(LAST_BOOK)) ?? entries[0];
    if (last === undefined) state.value = { status: 'none' };
    else await openBook(last);
    return last;
  } catch (error) {
    state.value = { status: 'failed', error };
    return undefined;
  }
}

/** Shows another book, or the same one again after it was attached to a workspace. */
export async function openBook(entry: BookEntry): Promise<void> {
  await closeBook();
  const { httpLine, openHttp, openPapers, openReplica, positionRows } = await loading;
  const { id, workspace_id: workspaceId } = entry;
  const http = workspaceId === null ? undefined : openHttp({ origin: '', workspaceId });
  const replica = await openReplica({ bookId: id, projections: [positionRows], ...(http && { server: httpLine(http) }) });
  const papers = openPapers(replica.ground, http);
  localStorage.setItem(LAST_BOOK, id);
  state.value = { status: 'open', entry, replica, papers };
}

/** Before its book is removed from this device, or its database would be held open. */
export async function closeBook(): Promise<void> {
  const before = state.peek();
  state.value = { status: 'opening' };
  if (before.status !== 'open') return;
  await before.papers.close();
  await before.replica.close();
}

export const openReplicaOf = computed(() => (state.value.status === 'open' ? state.value.replica : undefined));

/** The replica of the book on the screen. Pages that need a book are drawn only where there is one. */
export function useReplica(): Replica {
  return useBook().replica;
}

export function useBook(): Extract<Book, { status: 'open' }> {
  const now = state.value;
  if (now.status !== 'open') throw new Error('this page needs a book; say so beside its route');
  return now;
}
