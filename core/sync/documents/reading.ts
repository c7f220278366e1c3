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
  readonly length: number;
  /** What it was written behind, and what in front of. */
  readonly origin: Place | undefined;
  readonly rightOrigin: Place | undefined;
  /** What it lies in, where it lies beside nothing: a part of the document, or another piece. */
  readonly parent: string | Place | undefined;
}

export interface Stretch extends Place {
  readonly length: number;
}

/** What an update says, without what is written in it. */
export interface Reading {
  readonly pieces: ReadonlyMap<number, readonly Piece[]>;
  readonly deletions: readonly Stretch[];
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
    const pieces = readAuthors(decoder);
    if (isRefusal(pieces)) return pieces;
    const deletions = readDeletions(decoder);
    // Bytes left over mean that it is something else, such as a V2 update, which often begins like an empty V1 one and would be
    // lost unnoticed.
    return decoder.pos === update.length ? { pieces, deletions } : unreadable();
  } catch {
    return unreadable();
  }
}

const unreadable = (): Refusal => syncRefusals.malformed_update({ problem: 'it cannot be read to its end' });

function readAuthors(decoder: decoding.Decoder): Map<number, Piece[]> | Refusal {
  const byAuthor = new Map<number, Piece[]>();
  for (let authors = decoding.readVarUint(decoder); authors > 0; authors--) {
    const pieces: Piece[] = [];
    const left = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    // Yjs would heed the last time only.
    if (byAuthor.has(client)) return syncRefusals.malformed_update({ problem: 'it brings an author twice' });
    byAuthor.set(client, pieces);
    const problem = readPieces(decoder, pieces, left, client);
    if (problem) return problem;
  }
  return byAuthor;
}

function readPieces(decoder: decoding.Decoder, pieces: Piece[], count: number, client: number): Refusal | undefined {
  let clock = decoding.readVarUint(decoder);
  while (pieces.length < count) {
    const piece = readPiece(decoder, client, clock);
    if (isRefusal(piece)) return piece;
    pieces.push(piece);
    clock += piece.length;
  }
  return undefined;
}

function readPiece(decoder: decoding.Decoder, client: number, clock: number): Piece | Refusal {
  const info = decoding.readUint8(decoder);
  const form = info & FORM;
  if (form === forms.collected || form === forms.gap) {
    const length = decoding.readVarUint(decoder);
    return { client, clock, form, length, origin: undefined, rightOrigin: undefined, parent: undefined };
  }
  const origin = info & HAS_ORIGIN ? readPlace(decoder) : undefined;
  const rightOrigin = info & HAS_RIGHT_ORIGIN ? readPlace(decoder) : undefined;
  const parent = origin || rightOrigin ? undefined : readParent(decoder, (info & HAS_KEY) !== 0);
  const length = contentLength(decoder, form);
  return isRefusal(length) ? length : { client, clock, form, length, origin, rightOrigin, parent };
}

const readPlace = (decoder: decoding.Decoder): Place => ({ client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) });

function readParent(decoder: decoding.Decoder, hasKey: boolean): string | Place {
  const isPart = decoding.readVarUint(decoder) === 1;
  const parent = isPart ? decoding.readVarString(decoder) : readPlace(decoder);
  if (hasKey) decoding.readVarString(decoder);
  return parent;
}

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
