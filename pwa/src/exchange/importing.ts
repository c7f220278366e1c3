import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { BookEntry } from '@taffrail/replica';
import type { ReadableExport } from '@taffrail/replica/exchange';
import { attachBook, book, books, closeBook, openBook } from '../app/index.ts';
import type { Progress } from './exporting.ts';

/** What is in a file, before anything is done with it. */
export async function lookInto(file: Blob): Promise<ReadableExport | Refusal> {
  const [{ exchangeRefusals, readExport }, { readZip }] = await Promise.all([
    import('@taffrail/replica/exchange'),
    import('./zip/readZip.ts'),
  ]);
  const archive = await readZip(file);
  return archive ? readExport(archive) : exchangeRefusals.not_an_export();
}

/** Why nothing can be imported here: the open book holds something. Undefined where it is empty, or there is none. */
export async function whyNotHere(): Promise<Refusal | undefined> {
  const here = entryOnScreen();
  if (here === undefined || (await (await books()).isEmpty(here.id))) return undefined;
  const { exchangeRefusals } = await import('@taffrail/replica/exchange');
  return exchangeRefusals.book_not_empty({ name: here.name });
}

export interface Imported {
  readonly book: string;
  /** Why it is on this device alone, where the one before it belonged to a workspace. */
  readonly notBrought: Refusal | undefined;
}

/**
 * Makes a book of an export and shows it, in the place of the empty one that may be on the screen. Where that one belonged to a
 * workspace, the new one is brought there; where the workspace does not take it, it stays a book of this device.
 */
export async function importHere(exported: ReadableExport, progress: Progress, signal: AbortSignal): Promise<Imported | Refusal> {
  const refusal = await whyNotHere();
  if (refusal) return refusal;
  const { importBook } = await import('@taffrail/replica/exchange');
  const { manifest } = exported;
  const shelf = await books();
  const made = await shelf.createFilledBook(manifest.book, (database) =>
    importBook(database, exported, {
      now: new Date().toISOString(),
      progress: (taken) => progress(taken, manifest.files.length),
      signal,
    }),
  );
  return isRefusal(made) ? made : { book: made.name, notBrought: await show(made, entryOnScreen()) };
}

async function show(made: BookEntry, emptyOne: BookEntry | undefined): Promise<Refusal | undefined> {
  await closeBook();
  if (emptyOne) await (await books()).removeBook(emptyOne.id);
  await openBook(made);
  const workspaceId = emptyOne?.workspace_id ?? null;
  return workspaceId === null ? undefined : attachBook(made, workspaceId);
}

function entryOnScreen(): BookEntry | undefined {
  const now = book.peek();
  return now.status === 'open' ? now.entry : undefined;
}
