import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import * as decoding from 'lib0/decoding';
import { syncRefusals } from '../refusals.ts';
import { contentLength, forms } from './contents.ts';

/** A place in somebody's writing. */
export interface Place {
  readonly client: number;
  readonly clock: number;
}

/** One piece of writing, as an update tells it. */
export interface Piece extends Place {
  readonly form: number;
  /** What it was written behind, and what in front of. */
  readonly origin: Place | undefined;
  readonly rightOrigin: Place | undefined;
  /** What it lies in, where it lies beside nothing: a part of the document, or another piece. */
  readonly parent: string | Place | undefined;
}

/**
 * What one author brings, without a gap. Only where its pieces begin is kept, and each is read again when it is looked at: an
 * update can have forty thousand, and what is kept of each until it is judged makes the process grow.
 */
export interface Writing {
  readonly client: number;
  /** The first place in it, and the first behind it. */
  readonly clock: number;
  readonly end: number;
  readonly count: number;
  /** Where it was left out that anything lies. */
  readonly gapAt: number | undefined;
  /** A piece of no length is found in no place afterwards, and Yjs looks for it for ever. */
  readonly hasEmptyPiece: boolean;
  clockOf(index: number): number;
  piece(index: number): Piece;
}

export interface Stretch extends Place {
  readonly length: number;
}

/** What an update says, without what is written in it. */
export interface Reading {
  readonly byAuthor: ReadonlyMap<number, Writing>;
  /** The parts of the document that are named in it. */
  readonly parts: ReadonlySet<string>;
  readonly deletions: readonly Stretch[];
  /** The byte behind everything that is written. */
  readonly deletionsAt: number;
}

const FORM = 0b1_1111;
const HAS_KEY = 1 << 5;
const HAS_RIGHT_ORIGIN = 1 << 6;
const HAS_ORIGIN = 1 << 7;

/**
 * Reads an update in the V1 encoding once, from its first byte to its last, and makes nothing of what it holds: what Yjs
 * makes of it takes ten times as long, and is a stranger's to choose.
 */
export function readUpdate(update: Uint8Array): Reading | Refusal {
  try {
    const decoder = decoding.createDecoder(update);
    const parts = new Set<string>();
    const byAuthor = readAuthors(decoder, parts);
    if (isRefusal(byAuthor)) return byAuthor;
    const deletionsAt = decoder.pos;
    const deletions = readDeletions(decoder);
    // Bytes left over mean that it is something else, such as a V2 update, which often begins like an empty V1 one and would be
    // lost unnoticed.
    return decoder.pos === update.length ? { byAuthor, parts, deletions, deletionsAt } : unreadable();
  } catch {
    return unreadable();
  }
}

const unreadable = (): Refusal => syncRefusals.malformed_update({ problem: 'it cannot be read to its end' });

function readAuthors(decoder: decoding.Decoder, parts: Set<string>): Map<number, Writing> | Refusal {
  const byAuthor = new Map<number, Writing>();
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const writing = readWriting(decoder, parts);
    if (isRefusal(writing)) return writing;
    // Yjs would heed the last time only.
    if (byAuthor.has(writing.client)) return syncRefusals.malformed_update({ problem: 'it brings an author twice' });
    byAuthor.set(writing.client, writing);
  }
  return byAuthor;
}

const LEAST_BYTES_OF_A_PIECE = 2;

function readWriting(decoder: decoding.Decoder, parts: Set<string>): Writing | Refusal {
  const { arr } = decoder;
  const count = decoding.readVarUint(decoder);
  const client = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  // As many as there can be, whatever number is claimed.
  const room = Math.min(count, Math.floor((arr.length - decoder.pos) / LEAST_BYTES_OF_A_PIECE));
  const [clocks, places] = [new Float64Array(room), new Uint32Array(room)];
  let [end, gapAt, hasEmptyPiece]: [number, number | undefined, boolean] = [clock, undefined, false];
  for (let index = 0; index < count; index++) {
    clocks[index] = end;
    places[index] = decoder.pos;
    const form = passPlaces(decoder, parts);
    const length = contentLength(decoder, form);
    if (isRefusal(length)) return length;
    if (form === forms.gap) gapAt ??= end;
    hasEmptyPiece ||= !(length > 0);
    end += length;
  }
  const clockOf = (index: number): number => clocks[index] ?? end;
  const piece = (index: number): Piece => {
    const again = decoding.createDecoder(arr);
    again.pos = places[index] ?? arr.length;
    return readPiece(again, client, clockOf(index));
  };
  return { client, clock, end, count, gapAt, hasEmptyPiece, clockOf, piece };
}

/**
 * Goes past where a piece belongs, and notes the part that is named there. What it is comes back. Nothing is made on the way:
 * garbage for each of forty thousand pieces makes the process grow by more than the message.
 */
function passPlaces(decoder: decoding.Decoder, parts: Set<string>): number {
  const info = decoding.readUint8(decoder);
  const form = info & FORM;
  if (!liesSomewhere(form)) return form;
  if (info & HAS_ORIGIN) passPlace(decoder);
  if (info & HAS_RIGHT_ORIGIN) passPlace(decoder);
  if (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) return form;
  if (decoding.readVarUint(decoder) === 1) parts.add(decoding.readVarString(decoder));
  else passPlace(decoder);
  if (info & HAS_KEY) decoding.readVarString(decoder);
  return form;
}

function passPlace(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
}

const liesSomewhere = (form: number): boolean => form !== forms.collected && form !== forms.gap;

/** What a piece is and where it belongs; what it holds comes next. */
function readPiece(decoder: decoding.Decoder, client: number, clock: number): Piece {
  const info = decoding.readUint8(decoder);
  const form = info & FORM;
  const lies = liesSomewhere(form);
  const origin = lies && info & HAS_ORIGIN ? readPlace(decoder) : undefined;
  const rightOrigin = lies && info & HAS_RIGHT_ORIGIN ? readPlace(decoder) : undefined;
  const parent = lies && !origin && !rightOrigin ? readParent(decoder) : undefined;
  return { client, clock, form, origin, rightOrigin, parent };
}

const readPlace = (decoder: decoding.Decoder): Place => ({ client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) });

const readParent = (decoder: decoding.Decoder): string | Place =>
  decoding.readVarUint(decoder) === 1 ? decoding.readVarString(decoder) : readPlace(decoder);

function readDeletions(decoder: decoding.Decoder): Stretch[] {
  const deletions: Stretch[] = [];
  for (let authors = decoding.readVarUint(decoder); authors > 0; authors--) {
    const client = decoding.readVarUint(decoder);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      deletions.push({ client, clock: decoding.readVarUint(decoder), length: decoding.readVarUint(decoder) });
    }
  }
  return deletions;
}
