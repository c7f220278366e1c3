import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import {
  closeDocument,
  merged,
  onWriting,
  openCompany,
  openDocument,
  piecesOf,
  saysNothing,
  takeUpdate,
  updateSince,
  type Company,
  type DocumentKind,
  type OpenDocument,
  type StoredDocument,
} from '@taffrail/sync';
import { isFull } from '../copy/copy.ts';
import { isLetGo } from '../copy/database.ts';
import { replicaRefusals } from '../refusals.ts';
import { openPen } from './pen.ts';
import type { Shelf } from './shelf.ts';

/** How far what was written has got. */
export interface Saved {
  readonly onDevice: boolean;
  readonly onServer: boolean;
}

export type Problem = Pick<Refusal, 'code' | 'sentence'>;

/** A document that somebody has open on this device. */
export interface DocumentHandle {
  readonly name: string;
  readonly document: OpenDocument;
  readonly company: Company;
  readonly saved: ReadonlySignal<Saved>;
  /** Why it is not saved, where trying again is not enough. */
  readonly problem: ReadonlySignal<Problem | undefined>;
}

/** What the rest of the folder does with it. */
export interface OpenHandle extends DocumentHandle {
  readonly shelf: Shelf;
  /** From the server, not in the document yet. */
  take(update: Uint8Array): Refusal | undefined;
  /** From the server, in the document already. */
  keep(update: Uint8Array): void;
  /** The server lacks what it once had: it goes up again. */
  bringBack(stateVector: Uint8Array): void;
  /** Another tab has written. */
  readOn(): Promise<void>;
  /** What waits for the server has changed. */
  count(): Promise<void>;
  /** What the server has against it, or that it has nothing any more. */
  show(problem: Problem | undefined): void;
  /** Resolves once everything written is on the device. */
  dry(): Promise<void>;
  close(): Promise<void>;
}

export interface HandleParts {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly shelf: Shelf;
  /** There is a server that could have it. */
  readonly hasServer: boolean;
  /** Something new is on the shelf. */
  readonly written: (handle: OpenHandle) => void;
  /** Waits after a failure to write; false where this tab gives up. */
  readonly mayTryAgain: () => Promise<boolean>;
}

/** Loads a document. One that cannot be loaded is not opened, so that nothing blank ever takes its place. */
export async function openHandle({ name, kind, shelf, hasServer, written, mayTryAgain }: HandleParts): Promise<OpenHandle> {
  const shelved = await shelf.read();
  const document = openDocument(kind, shelved.stored);
  const company = openCompany(document);
  const saved = signal<Saved>({ onDevice: true, onServer: false });
  const storageProblem = signal<Problem | undefined>(undefined);
  const lineProblem = signal<Problem | undefined>(undefined);
  const problem = computed(() => storageProblem.value ?? lineProblem.value);
  let place = shelved.place;
  const pen = openPen({
    append: async (writings) => void (await shelf.append(writings)),
    written() {
      storageProblem.value = undefined;
      void count();
      written(handle);
    },
    failed(error) {
      storageProblem.value = problemOf(error);
      return mayTryAgain();
    },
  });
  const stopHearing = onWriting(document, writeToSend);

  function write(content: Uint8Array, waits: boolean): void {
    pen.write({ content, waits });
    saved.value = { onDevice: false, onServer: saved.peek().onServer && !waits };
  }

  function writeToSend(update: Uint8Array): void {
    for (const piece of piecesOf(document, update)) write(piece, true);
  }

  function take(update: Uint8Array): Refusal | undefined {
    const taken = takeUpdate(document, update);
    if (isRefusal(taken)) return taken;
    if (taken.update) write(taken.update, false);
    return undefined;
  }

  function bringBack(stateVector: Uint8Array): void {
    const lost = updateSince(document, stateVector);
    if (!isRefusal(lost)) writeToSend(lost);
  }

  async function readOn(): Promise<void> {
    const { stored, place: read } = await shelf.readAfter(place);
    place = read;
    const news = stored.snapshot ? wholeOf(kind, stored) : merged(stored.updates);
    if (!saysNothing(news)) takeUpdate(document, news);
    await count();
  }

  async function count(): Promise<void> {
    const waiting = await shelf.waiting();
    saved.value = { onDevice: pen.isDry, onServer: hasServer && pen.isDry && waiting.length === 0 };
  }

  async function close(): Promise<void> {
    await pen.dry();
    stopHearing();
    company.close();
    closeDocument(document);
    await shelf.fold(kind);
  }

  const handle: OpenHandle = {
    name,
    document,
    company,
    saved,
    problem,
    shelf,
    take,
    keep: (update) => write(update, false),
    bringBack,
    readOn,
    count,
    show: (found) => void (lineProblem.value = found),
    dry: pen.dry,
    close,
  };
  await count();
  return handle;
}

function problemOf(error: unknown): Problem {
  if (isFull(error)) return replicaRefusals.storage_full();
  return isLetGo(error) ? replicaRefusals.book_let_go() : { code: 'storage_failed', sentence: String(error) };
}

const NOTHING_KNOWN = new Uint8Array([0]);

function wholeOf(kind: DocumentKind, stored: StoredDocument): Uint8Array {
  const document = openDocument(kind, stored);
  const whole = updateSince(document, NOTHING_KNOWN) as Uint8Array;
  closeDocument(document);
  return whole;
}
