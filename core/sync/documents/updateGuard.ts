import type { Refusal } from '@taffrail/domain/kernel';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { syncLimits } from '../limits.ts';
import { syncRefusals } from '../refusals.ts';
import type { Judged, Struct } from './judged.ts';
import { partOf, type DocumentKind } from './kinds.ts';
import { depthJudge } from './nesting.ts';
import { isShallow } from './shallow.ts';

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** Yjs numbers authors with 32 bits. */
const LARGEST_CLIENT = 2 ** 32 - 1;
/** Far more than anybody writes, and far from where doubles stop counting. */
const LARGEST_CLOCK = 2 ** 40;

/** Why an update must not be applied to a document. */
export function updateProblem(kind: DocumentKind, content: Y.Doc, update: Uint8Array): Refusal | undefined {
  const decoded = decode(update);
  if (!decoded) return syncRefusals.malformed_update({ problem: 'it cannot be read to its end' });
  const byClient = Map.groupBy(decoded.structs, ({ id }) => id.client);
  if (byClient.size > syncLimits.clientsPerUpdate) return syncRefusals.too_many_authors({ limit: syncLimits.clientsPerUpdate });
  const judged: Judged = { store: content.store, byClient };
  const depthProblem = depthJudge(judged);
  for (const structs of byClient.values()) {
    const gap = gapIn(structs, judged);
    if (gap) return gap;
  }
  const partProblem = partsProblem(kind, content, decoded.structs);
  if (partProblem) return partProblem;
  for (const struct of decoded.structs) {
    const problem = struct instanceof Y.Item ? (itemProblem(struct, judged) ?? depthProblem(struct)) : undefined;
    if (problem) return problem;
  }
  return deletionProblem(decoded.ds, judged);
}

/**
 * Bytes left over after the end mean that it is something else, such as a V2 update, which often begins like an empty V1
 * one and would be lost unnoticed.
 */
function decode(update: Uint8Array): Decoded | undefined {
  let left: decoding.Decoder | undefined;
  // Yjs makes its decoder itself, and tells nobody where that came to rest.
  function Reader(bytes: decoding.Decoder): Y.UpdateDecoderV1 {
    left = bytes;
    return new Y.UpdateDecoderV1(bytes);
  }
  try {
    const decoded = Y.decodeUpdateV2(update, Reader as unknown as typeof Y.UpdateDecoderV1);
    return left && !decoding.hasContent(left) ? decoded : undefined;
  } catch {
    return undefined;
  }
}

/** Each author's writing must begin where the document's knowledge ends, or before, and go on without a gap. */
function gapIn(structs: readonly Struct[], { store }: Judged): Refusal | undefined {
  let [expected, first] = [0, true];
  for (const { id, length, constructor } of structs) {
    if (first) expected = Math.min(id.clock, Y.getState(store, id.client));
    if (id.clock !== expected || constructor === Y.Skip)
      return syncRefusals.update_out_of_turn({ client: id.client, expected, given: id.clock });
    // A struct of no length is found in no place afterwards, and Yjs looks for it for ever.
    if (!(length > 0) || id.client > LARGEST_CLIENT || expected + length > LARGEST_CLOCK) {
      return syncRefusals.malformed_update({ problem: 'it holds a piece of impossible size or authorship' });
    }
    expected += length;
    first = false;
  }
  return undefined;
}

/** Every part of a document is made anew whenever it is opened, so of those a kind has any number of there is a limit. */
function partsProblem(kind: DocumentKind, content: Y.Doc, structs: readonly Struct[]): Refusal | undefined {
  const written = new Set(structs.flatMap(partNamed));
  if ([...written].some((name) => partOf(kind, name) === undefined)) {
    return syncRefusals.malformed_update({ problem: 'it writes to a part that this kind of document does not have' });
  }
  const members = [...written, ...content.share.keys()].filter((name) => !Object.hasOwn(kind.parts, name));
  const limit = syncLimits.partsPerDocument;
  return new Set(members).size > limit ? syncRefusals.too_many_parts({ limit }) : undefined;
}

/** Decoded without a document, the name of a part is still a text. */
function partNamed(struct: Struct): string[] {
  const parent: unknown = struct instanceof Y.Item ? struct.parent : undefined;
  return typeof parent === 'string' ? [parent] : [];
}

function itemProblem(item: Y.Item, judged: Judged): Refusal | undefined {
  const { id, origin, rightOrigin, parent, content } = item;
  for (const reference of [origin, rightOrigin, parent instanceof Y.ID ? parent : null]) {
    if (!reference) continue;
    const known = reference.client === id.client ? id.clock : knownOf(reference.client, judged);
    if (reference.clock >= known)
      return syncRefusals.update_out_of_turn({ client: reference.client, expected: known, given: reference.clock });
  }
  if (content instanceof Y.ContentDoc) return syncRefusals.malformed_update({ problem: 'a document cannot hold another' });
  if (!isShallow(valuesOf(content), syncLimits.documentDepth)) return syncRefusals.nested_too_deep({ limit: syncLimits.documentDepth });
  return undefined;
}

/** How much of an author's writing there will be once the update is in. */
function knownOf(client: number, { store, byClient }: Judged): number {
  const last = byClient.get(client)?.at(-1);
  return Math.max(Y.getState(store, client), last ? last.id.clock + last.length : 0);
}

/** The plain values in a piece of content, which may nest on their own. */
function valuesOf(content: Y.Item['content']): unknown {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr;
  if (content instanceof Y.ContentEmbed) return content.embed;
  return content instanceof Y.ContentFormat ? content.value : undefined;
}

function deletionProblem({ clients }: Decoded['ds'], judged: Judged): Refusal | undefined {
  let count = 0;
  for (const [client, deletions] of clients) {
    const known = knownOf(client, judged);
    count += deletions.length;
    for (const { clock, len } of deletions) {
      if (clock + len > known) return syncRefusals.update_out_of_turn({ client, expected: known, given: clock + len - 1 });
    }
  }
  return count > syncLimits.deletionsPerUpdate ? syncRefusals.too_many_deletions({ limit: syncLimits.deletionsPerUpdate }) : undefined;
}
