import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import * as encoding from 'lib0/encoding';
import type { OpenDocument } from './document.ts';
import { readUpdate, type Stretch } from './reading.ts';
import { updateProblem } from './updateGuard.ts';

/** Each place is looked for by itself, among all there are, and nobody else is answered meanwhile. */
const MOST_DELETIONS = 2_000;
const LEAST_BYTES_OF_A_DELETION = 2;

/**
 * An update that deletes in more places than a document takes at once, as several that come to the same: what it writes, then
 * what it deletes. It is judged whole before it is taken apart, so that no step of it is refused after another was taken.
 */
export function stepsOf({ kind, content }: OpenDocument, update: Uint8Array): readonly Uint8Array[] | Refusal {
  if (update.length <= MOST_DELETIONS * LEAST_BYTES_OF_A_DELETION) return [update];
  const reading = readUpdate(update);
  if (isRefusal(reading)) return reading;
  const { deletions, deletionsAt } = reading;
  if (deletions.length <= MOST_DELETIONS) return [update];
  const problem = updateProblem(kind, content, update);
  if (problem) return problem;
  return [
    encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, update.subarray(0, deletionsAt));
      encoding.writeVarUint(encoder, 0);
    }),
    ...slicesOf(deletions).map(deletionsOnly),
  ];
}

function slicesOf(deletions: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const count = Math.ceil(deletions.length / MOST_DELETIONS);
  return Array.from({ length: count }, (_, index) => deletions.slice(index * MOST_DELETIONS, (index + 1) * MOST_DELETIONS));
}

function deletionsOnly(deletions: readonly Stretch[]): Uint8Array {
  const byAuthor = Map.groupBy(deletions, ({ client }) => client);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, byAuthor.size);
    for (const [client, stretches] of byAuthor) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, stretches.length);
      for (const { clock, length } of stretches) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}
