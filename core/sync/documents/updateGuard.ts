import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import * as Y from 'yjs';
import { syncLimits } from '../limits.ts';
import { syncRefusals } from '../refusals.ts';
import { forms } from './contents.ts';
import { knownOf, type Judged } from './judged.ts';
import type { DocumentKind } from './kinds.ts';
import { depthJudge } from './nesting.ts';
import { readUpdate, type Piece } from './reading.ts';

/** Yjs numbers authors with 32 bits. */
const LARGEST_CLIENT = 2 ** 32 - 1;
/** Far more than anybody writes, and far from where doubles stop counting. */
const LARGEST_CLOCK = 2 ** 40;

/** Why an update must not be applied to a document. */
export function updateProblem({ parts }: DocumentKind, content: Y.Doc, update: Uint8Array): Refusal | undefined {
  const reading = readUpdate(update);
  if (isRefusal(reading)) return reading;
  const judged: Judged = { ...reading, store: content.store };
  if (judged.pieces.size > syncLimits.clientsPerUpdate) return syncRefusals.too_many_authors({ limit: syncLimits.clientsPerUpdate });
  for (const pieces of judged.pieces.values()) {
    const gap = gapIn(pieces, judged);
    if (gap) return gap;
  }
  const depthProblem = depthJudge(judged);
  for (const pieces of judged.pieces.values()) {
    for (const piece of pieces) {
      if (piece.form === forms.collected) continue;
      const problem = placeProblem(piece, judged, parts) ?? depthProblem(piece);
      if (problem) return problem;
    }
  }
  return deletionProblem(judged);
}

/** Each author's writing must begin where the document's knowledge ends, or before, and go on without a gap. */
function gapIn(pieces: readonly Piece[], { store }: Judged): Refusal | undefined {
  for (const [index, { client, clock, form, length }] of pieces.entries()) {
    const expected = index === 0 ? Math.min(clock, Y.getState(store, client)) : clock;
    if (clock !== expected || form === forms.gap) return syncRefusals.update_out_of_turn({ client, expected, given: clock });
    // A piece of no length is found in no place afterwards, and Yjs looks for it for ever.
    if (!(length > 0) || client > LARGEST_CLIENT || clock + length > LARGEST_CLOCK) {
      return syncRefusals.malformed_update({ problem: 'it holds a piece of impossible size or authorship' });
    }
  }
  return undefined;
}

function placeProblem(piece: Piece, judged: Judged, parts: DocumentKind['parts']): Refusal | undefined {
  const { origin, rightOrigin, parent } = piece;
  for (const place of [origin, rightOrigin, typeof parent === 'string' ? undefined : parent]) {
    if (!place) continue;
    const known = place.client === piece.client ? piece.clock : knownOf(place.client, judged);
    if (place.clock >= known) return syncRefusals.update_out_of_turn({ client: place.client, expected: known, given: place.clock });
  }
  if (typeof parent === 'string' && !Object.hasOwn(parts, parent)) {
    return syncRefusals.malformed_update({ problem: 'it writes to a part that this kind of document does not have' });
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
