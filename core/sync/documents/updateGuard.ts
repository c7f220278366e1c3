import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import * as Y from 'yjs';
import { syncLimits } from '../limits.ts';
import { syncRefusals } from '../refusals.ts';
import { knownOf, type Judged } from './judged.ts';
import { partOf, type DocumentKind } from './kinds.ts';
import { depthJudge } from './nesting.ts';
import { readUpdate, type Piece, type Writing } from './reading.ts';

/** Yjs numbers authors with 32 bits. */
const LARGEST_CLIENT = 2 ** 32 - 1;
/** Far more than anybody writes, and far from where doubles stop counting. */
const LARGEST_CLOCK = 2 ** 40;

/** Why an update must not be applied to a document. */
export function updateProblem(kind: DocumentKind, content: Y.Doc, update: Uint8Array): Refusal | undefined {
  const reading = readUpdate(update);
  if (isRefusal(reading)) return reading;
  const judged: Judged = { ...reading, store: content.store };
  if (judged.byAuthor.size > syncLimits.clientsPerUpdate) return syncRefusals.too_many_authors({ limit: syncLimits.clientsPerUpdate });
  for (const writing of judged.byAuthor.values()) {
    const problem = writingProblem(writing, judged);
    if (problem) return problem;
  }
  return partsProblem(kind, content, judged.parts) ?? piecesProblem(judged) ?? deletionProblem(judged);
}

/** Each author's writing must begin where the document's knowledge ends, or before, and go on without a gap. */
function writingProblem({ client, clock, end, gapAt, hasEmptyPiece }: Writing, { store }: Judged): Refusal | undefined {
  const known = Y.getState(store, client);
  if (clock > known) return syncRefusals.update_out_of_turn({ client, expected: known, given: clock });
  if (gapAt !== undefined) return syncRefusals.update_out_of_turn({ client, expected: gapAt, given: gapAt });
  if (hasEmptyPiece || client > LARGEST_CLIENT || end > LARGEST_CLOCK) {
    return syncRefusals.malformed_update({ problem: 'it holds a piece of impossible size or authorship' });
  }
  return undefined;
}

/** Every part of a document is made anew whenever it is opened, so of those a kind has any number of there is a limit. */
function partsProblem(kind: DocumentKind, content: Y.Doc, written: ReadonlySet<string>): Refusal | undefined {
  if ([...written].some((name) => partOf(kind, name) === undefined)) {
    return syncRefusals.malformed_update({ problem: 'it writes to a part that this kind of document does not have' });
  }
  const members = [...written, ...content.share.keys()].filter((name) => !Object.hasOwn(kind.parts, name));
  const limit = syncLimits.partsPerDocument;
  return new Set(members).size > limit ? syncRefusals.too_many_parts({ limit }) : undefined;
}

function piecesProblem(judged: Judged): Refusal | undefined {
  const depthProblem = depthJudge(judged);
  for (const writing of judged.byAuthor.values()) {
    for (let index = 0; index < writing.count; index++) {
      const problem = placeProblem(writing.piece(index), judged) ?? depthProblem({ writing, index });
      if (problem) return problem;
    }
  }
  return undefined;
}

function placeProblem(piece: Piece, judged: Judged): Refusal | undefined {
  const { origin, rightOrigin, parent } = piece;
  for (const place of [origin, rightOrigin, typeof parent === 'string' ? undefined : parent]) {
    if (!place) continue;
    const known = place.client === piece.client ? piece.clock : knownOf(place.client, judged);
    if (place.clock >= known) return syncRefusals.update_out_of_turn({ client: place.client, expected: known, given: place.clock });
  }
  return undefined;
}

function deletionProblem(judged: Judged): Refusal | undefined {
  for (const { client, clock, length } of judged.deletions) {
    const known = knownOf(client, judged);
    if (clock + length > known) return syncRefusals.update_out_of_turn({ client, expected: known, given: clock + length - 1 });
  }
  return judged.deletions.length > syncLimits.deletionsPerUpdate
    ? syncRefusals.too_many_deletions({ limit: syncLimits.deletionsPerUpdate })
    : undefined;
}
