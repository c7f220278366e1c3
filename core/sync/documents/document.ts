import type { Refusal } from '@taffrail/domain/kernel';
import * as Y from 'yjs';
import { syncRefusals } from '../refusals.ts';
import { partOf, type DocumentKind, type Part } from './kinds.ts';
import { TAKEN } from './origin.ts';
import { updateProblem } from './updateGuard.ts';

/** Something people write, open in memory. What is inside is read and written with the functions for its parts. */
export interface OpenDocument {
  readonly kind: DocumentKind;
  readonly content: Y.Doc;
}

/** As a document lies in storage: a snapshot (V2 encoding) and the updates (V1) that came after it. */
export interface StoredDocument {
  readonly snapshot: Uint8Array | undefined;
  readonly updates: readonly Uint8Array[];
}

export interface Taken {
  /** What was new in it, in the order of writing; undefined where all of it was known. */
  readonly update: Uint8Array | undefined;
  /** The document tidied its formatting on the occasion, which the sender does not know of yet. */
  readonly tidied: boolean;
}

export const NEVER_WRITTEN: StoredDocument = { snapshot: undefined, updates: [] };

export function openDocument(kind: DocumentKind, { snapshot, updates } = NEVER_WRITTEN): OpenDocument {
  // Nothing goes by a guid here, and making one takes longer than opening a small document.
  const content = new Y.Doc({ guid: '' });
  // The type of a part is fixed by whoever names it first; the kind does.
  for (const [name, part] of Object.entries(kind.parts)) typed(content, name, part);
  content.transact(() => {
    if (snapshot) Y.applyUpdateV2(content, snapshot);
    for (const update of updates) Y.applyUpdate(content, update);
  });
  return { kind, content };
}

function typed(content: Y.Doc, name: string, part: Part): Y.Map<unknown> | Y.XmlFragment {
  return part === 'registers' ? content.getMap(name) : content.getXmlFragment(name);
}

export const closeDocument = ({ content }: OpenDocument): void => content.destroy();

export const stateVectorOf = ({ content }: OpenDocument): Uint8Array => Y.encodeStateVector(content);

/** Everything that whoever sent this state vector lacks. */
export function updateSince({ content }: OpenDocument, stateVector: Uint8Array): Uint8Array | Refusal {
  try {
    return Y.encodeStateAsUpdate(content, stateVector);
  } catch {
    return syncRefusals.malformed_message({ problem: 'the state vector cannot be read' });
  }
}

/**
 * Takes an update from a stranger: judged whole before any of it touches the document, because Yjs would wait for ever
 * for what an update lacks, and makes room for whatever number of pieces a few bytes claim.
 */
export function takeUpdate({ kind, content }: OpenDocument, update: Uint8Array): Taken | Refusal {
  const problem = updateProblem(kind, content, update);
  if (problem) return problem;
  const written: Uint8Array[] = [];
  const note = (one: Uint8Array): void => void written.push(one);
  content.on('update', note);
  try {
    Y.applyUpdate(content, update, TAKEN);
  } finally {
    content.off('update', note);
  }
  if (dropWaiting(content)) return syncRefusals.malformed_update({ problem: 'parts of it wait for each other' });
  return { update: written.length > 1 ? Y.mergeUpdates(written) : written[0], tidied: written.length > 1 };
}

/** What waits for missing writing is kept by Yjs in memory only, and tried again with every later update. */
function dropWaiting({ store }: Y.Doc): boolean {
  const waits = store.pendingStructs !== null || store.pendingDs !== null;
  store.pendingStructs = null;
  store.pendingDs = null;
  return waits;
}

/**
 * One snapshot for a snapshot and its updates. Written again from the beginning in a fresh document, which collects what was
 * deleted, as merging updates never does; undefined where reading it back gives anything else. Each step is as much as a large
 * document takes at once, so whoever has others waiting lets them in between. Of the two documents one is gone before the other
 * is opened: a small one in bytes can be a large one in memory.
 */
export function* compacting(kind: DocumentKind, stored: StoredDocument): Generator<void, Uint8Array | undefined> {
  const [snapshot, account] = yield* writingAnew(kind, stored);
  yield;
  const readBack = openDocument(kind, { snapshot, updates: [] });
  yield;
  const isSame = areSame(accountOf(readBack), account);
  closeDocument(readBack);
  return isSame ? snapshot : undefined;
}

function* writingAnew(kind: DocumentKind, stored: StoredDocument): Generator<void, readonly [Uint8Array, Account]> {
  const replayed = openDocument(kind, stored);
  yield;
  const snapshot = Y.encodeStateAsUpdateV2(replayed.content);
  yield;
  const account = accountOf(replayed);
  closeDocument(replayed);
  return [snapshot, account];
}

/** All of it at once. */
export function compacted(kind: DocumentKind, stored: StoredDocument): Uint8Array | undefined {
  const steps = compacting(kind, stored);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** What tells one document from another. */
interface Account {
  readonly written: Y.Snapshot;
  readonly says: string;
}

const accountOf = (document: OpenDocument): Account => ({ written: Y.snapshot(document.content), says: contentText(document) });

const areSame = (one: Account, other: Account): boolean => Y.equalSnapshots(one.written, other.written) && one.says === other.says;

/** The same writing and the same deletions by the same authors, which reads the same. */
export const areEqual = (one: OpenDocument, other: OpenDocument): boolean => areSame(accountOf(one), accountOf(other));

/** What a document says, as text to compare. Of a family, whoever looked for a part has it, be it empty. */
function contentText({ kind, content }: OpenDocument): string {
  const names = [...content.share.keys()].toSorted();
  const parts = names.flatMap((name) => {
    const part = partOf(kind, name);
    const text = part && textOf(typed(content, name, part));
    return text === undefined || text === EMPTY ? [] : [[name, text]];
  });
  return JSON.stringify(parts);
}

const EMPTY = '';

const textOf = (part: Y.Map<unknown> | Y.XmlFragment): string =>
  part instanceof Y.XmlFragment ? part.toJSON() : JSON.stringify(sortedEntries(part));

const sortedEntries = (map: Y.Map<unknown>): unknown => [...map.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Whether these bytes, from an export, are a whole document. */
export function isWhole(kind: DocumentKind, update: Uint8Array): boolean {
  try {
    const document = openDocument(kind, { snapshot: undefined, updates: [update] });
    const whole = !dropWaiting(document.content);
    closeDocument(document);
    return whole;
  } catch {
    return false;
  }
}
