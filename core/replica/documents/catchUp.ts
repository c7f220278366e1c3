import { isRefusal } from '@taffrail/domain/kernel';
import {
  base64Of,
  bytesOf,
  closeDocument,
  isAheadOf,
  kindOf,
  openDocument,
  piecesOf,
  saysNothing,
  stateVectorOf,
  syncLimits,
  takeUpdate,
  updateSince,
  type CatchUpAnswer,
  type OpenDocument,
} from '@taffrail/sync';
import type { Reply } from '../line/serverLine.ts';
import type { DocumentLine } from './documentLine.ts';
import type { OpenHandle } from './handle.ts';
import type { Parcel } from './parcels.ts';
import { openShelf, type DocumentDatabase, type Shelf } from './shelf.ts';

export interface CatchUpParts {
  readonly database: DocumentDatabase;
  readonly line: DocumentLine;
  readonly signal: AbortSignal;
  /** The handle of a document that is open in this tab. */
  readonly handleOf: (name: string) => OpenHandle | undefined;
  /** A socket sees to it. */
  readonly isTalking: (name: string) => boolean;
  /** What another tab should look at. */
  readonly changed: (name: string) => void;
}

/** Half of what a request may hold, because bytes travel as text. */
const MOST_BYTES = syncLimits.bodyBytes / 2;

const DONE: Reply<'done'> = { kind: 'answered', value: 'done' };

/**
 * Everything without a socket: brings what waits, document by document and piece by piece, and takes what changed on the
 * server since the last time. Whatever ends it in the middle, what was done until then stays done.
 */
export async function catchUp(parts: CatchUpParts): Promise<Reply<'done'>> {
  const brought = await exchange(parts, await waitingNames(parts.database));
  return brought.kind === 'answered' ? takeChanges(parts) : brought;
}

async function waitingNames(database: DocumentDatabase): Promise<string[]> {
  return (await database.writing.orderBy('waits').uniqueKeys()) as string[];
}

async function takeChanges(parts: CatchUpParts): Promise<Reply<'done'>> {
  const { database, line, signal } = parts;
  const last = await database.document.orderBy('server_change').last();
  for (let after = last?.server_change ?? 0; ;) {
    const reply = await line.changedAfter(after, signal);
    if (reply.kind !== 'answered') return reply;
    const known = reply.value.documents.filter(({ name }) => kindOf(name));
    if (known.length === 0) return DONE;
    const taken = await exchange(parts, known.map(nameOf));
    if (taken.kind !== 'answered') return taken;
    // In order, so that whatever ends this in the middle, the highest one noted says where to go on.
    for (const { name, change } of known) await openShelf(database, name).markCaughtUp(change);
    after = reply.value.next_after;
  }
}

const nameOf = ({ name }: { readonly name: string }): string => name;

/** One open document for each that is exchanged, for as long as it takes. */
interface Side {
  readonly name: string;
  readonly shelf: Shelf;
  readonly document: OpenDocument;
  readonly handle: OpenHandle | undefined;
}

const AT_ONCE = syncLimits.documentsPerRequest;

export async function exchange(parts: CatchUpParts, named: readonly string[]): Promise<Reply<'done'>> {
  const names = named.filter((name) => !parts.isTalking(name));
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const sides = await Promise.all(names.slice(from, from + AT_ONCE).map((name) => openSide(parts, name)));
    const reply = await exchangeSides(parts, sides).finally(() => closeSides(sides));
    if (reply.kind !== 'answered') return reply;
  }
  return DONE;
}

function closeSides(sides: readonly Side[]): void {
  for (const { handle, document } of sides) if (!handle) closeDocument(document);
}

async function openSide({ database, handleOf }: CatchUpParts, name: string): Promise<Side> {
  const kind = kindOf(name);
  if (!kind) throw new Error(`there is no kind of document for ${name}`);
  const handle = handleOf(name);
  await handle?.dry();
  const shelf = handle?.shelf ?? openShelf(database, name);
  return { name, shelf, handle, document: handle?.document ?? openDocument(kind, (await shelf.read()).stored) };
}

/** The first piece of each, then the second of those that have one: what a piece builds on is there before it. */
async function exchangeSides(parts: CatchUpParts, sides: readonly Side[]): Promise<Reply<'done'>> {
  const broughtBack = new Set<Side>();
  for (let left = sides; left.length > 0;) {
    const asked = await asManyAsFit(left);
    const reply = await parts.line.catchUp({ documents: asked.map(requestOf) }, parts.signal);
    if (reply.kind !== 'answered') return reply;
    const again: Side[] = [];
    for (const [index, one] of asked.entries()) {
      const { side } = one;
      const stateVector = await settle(one, reply.value.documents[index]);
      parts.changed(side.name);
      if (!stateVector) continue;
      const isLost = !broughtBack.has(side) && (await hasLost(side, stateVector));
      if (isLost) {
        broughtBack.add(side);
        await bringBack(side, stateVector);
      }
      if (isLost || !one.isLast) again.push(side);
    }
    left = [...again, ...left.slice(asked.length)];
  }
  return DONE;
}

interface Asked {
  readonly side: Side;
  readonly parcel: Parcel | undefined;
  readonly isLast: boolean;
}

async function asManyAsFit(sides: readonly Side[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  let bytes = 0;
  for (const side of sides) {
    const [parcel, next] = await side.shelf.waiting();
    bytes += parcel?.update.length ?? 0;
    if (asked.length > 0 && bytes > MOST_BYTES) return asked;
    asked.push({ side, parcel, isLast: next === undefined });
  }
  return asked;
}

const requestOf = ({ side: { name, document }, parcel }: Asked) => ({
  name,
  state_vector: base64Of(stateVectorOf(document)),
  ...(parcel && { update: base64Of(parcel.update) }),
});

/** What the server has now; undefined where it refused. */
async function settle({ side, parcel }: Asked, answer: CatchUpAnswer['documents'][number] | undefined): Promise<Uint8Array | undefined> {
  const { shelf, handle } = side;
  if (!answer) return undefined;
  if (answer.outcome === 'refused') {
    if (parcel) await shelf.markRefused(parcel.places, answer);
    handle?.show(answer);
    return undefined;
  }
  await takeIn(side, bytesOf(answer.update));
  if (parcel) await shelf.markSent(parcel.places);
  await handle?.count();
  return bytesOf(answer.state_vector);
}

/** With nothing left to bring, the server should have everything; it was restored from before it had, or never did. */
async function hasLost({ shelf, document, handle }: Side, stateVector: Uint8Array): Promise<boolean> {
  const isSettled = (await shelf.waiting()).length === 0 && (handle?.saved.peek().onDevice ?? true);
  return isSettled && isAheadOf(document, stateVector);
}

async function takeIn({ shelf, document, handle }: Side, update: Uint8Array): Promise<void> {
  if (saysNothing(update)) return;
  if (handle) return void handle.take(update);
  const taken = takeUpdate(document, update);
  if (!isRefusal(taken) && taken.update) await shelf.append([{ content: taken.update, waits: false }]);
}

async function bringBack({ shelf, document }: Side, stateVector: Uint8Array): Promise<void> {
  const lost = updateSince(document, stateVector);
  if (!isRefusal(lost)) await shelf.append(piecesOf(document, lost).map((content) => ({ content, waits: true })));
}
