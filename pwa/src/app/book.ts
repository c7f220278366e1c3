import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { Bearer, BookEntry, Books, Http, Papers, Replica } from '@taffrail/replica';
import { proveAgain } from './proving.ts';

/** The book this tab shows. */
export type Book =
  | { readonly status: 'opening' }
  /** Nothing on this device yet. */
  | { readonly status: 'none' }
  | {
      readonly status: 'open';
      readonly entry: BookEntry;
      readonly replica: Replica;
      readonly papers: Papers;
      /** How this device says who it is, where it was paired; otherwise somebody's session says it. */
      readonly bearer: Bearer | undefined;
    }
  | { readonly status: 'failed'; readonly error: unknown };

const state = signal<Book>({ status: 'opening' });

export const book: ReadonlySignal<Book> = state;

const LAST_BOOK = 'taffrail book';

/** The database and the rules are not needed to draw the first frame, so they load beside it. */
const loading = import('@taffrail/replica');
const opened = loading.then(({ openBooks, randomIds, systemClock }) => openBooks(systemClock, randomIds(systemClock)));

export const books = (): Promise<Books> => opened;

/** A browser takes its time for what it stores when it is asked first, and that is done by the time the program is here. */
export async function wakeStorage(): Promise<void> {
  try {
    await indexedDB.databases();
  } catch {
    // Whoever opens the book says what is wrong with it.
  }
}

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

/** Shows another book, or the same one again after something about it changed. */
export async function openBook(entry: BookEntry): Promise<void> {
  await closeBook();
  const { httpLine, openPapers, openReplica, positionRows, responseRows } = await loading;
  const { id, workspace_id: workspaceId } = entry;
  const bearer = await (await books()).bearerFor(id);
  const http = workspaceId === null ? undefined : await httpOf(workspaceId, bearer);
  const replica = await openReplica({ bookId: id, projections: [positionRows, responseRows], ...(http && { server: httpLine(http) }) });
  const papers = openPapers(replica.ground, http);
  localStorage.setItem(LAST_BOOK, id);
  state.value = { status: 'open', entry, replica, papers, bearer };
}

async function httpOf(workspaceId: string, bearer: Bearer | undefined): Promise<Http> {
  const { openHttp } = await loading;
  return openHttp({ origin: '', workspaceId, ...(bearer && { bearer }) });
}

/** From now on a book of this device belongs to a workspace of its server. What was in it stays, and is sent there. */
export async function attachBook(entry: BookEntry, workspaceId: string): Promise<Refusal | undefined> {
  const { httpIntake, httpLine } = await loading;
  const http = await httpOf(workspaceId, undefined);
  await closeBook();
  const attach = async () => (await books()).attachBook(entry.id, workspaceId, httpLine(http), httpIntake(http));
  const asked = await attach();
  const isDoubted = isRefusal(asked) && asked.code === 're_authentication_needed';
  const attached = isDoubted && (await proveAgain()) ? await attach() : asked;
  await openBook(isRefusal(attached) ? entry : attached);
  return isRefusal(attached) ? attached : undefined;
}

/** Takes a book off this device, with what never reached a server, and shows another one if there is one. */
export async function removeBook(entry: BookEntry): Promise<void> {
  await closeBook();
  await (await books()).removeBook(entry.id);
  await openLastBook();
}

/** What the paired device of the open book sends along; undefined where a session speaks for this browser. */
export async function bearerOf(ending: AbortSignal): Promise<string | undefined> {
  const now = state.peek();
  return now.status === 'open' ? now.bearer?.token(ending) : undefined;
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

/** Whether whoever this is may write in the book on the screen. What writes is offered only then. */
export const mayWrite = computed(() => openReplicaOf.value?.mayWrite.value !== false);

/** The replica of the book on the screen. Pages that need a book are drawn only where there is one. */
export function useReplica(): Replica {
  return useBook().replica;
}

export function useBook(): Extract<Book, { status: 'open' }> {
  const now = state.value;
  if (now.status !== 'open') throw new Error('this page needs a book; say so beside its route');
  return now;
}
