import { asJson, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { Evidence, EvidenceSource } from '@taffrail/domain/playbooks';
import type { Replica } from '@taffrail/replica';
import { toast } from '../../app/index.ts';
import type { ShownResponse } from '../response/responses.ts';

/** Of which response. */
export type Of = Pick<ShownResponse, 'id' | 'subject' | 'playbook'>;

type NewPiece = Pick<Evidence, 'field_keys' | 'source' | 'note'>;

export function addPiece(replica: Replica, of: Of, piece: NewPiece): Promise<Refusal | undefined> {
  return put(replica, of, { ...piece, evidence_id: replica.ground.surroundings.ids.next() });
}

async function put(replica: Replica, { id, subject, playbook }: Of, piece: Evidence): Promise<Refusal | undefined> {
  const payload = asJson({ subject, playbook_id: playbook.id, ...piece });
  const done = await replica.dispatch({ type: 'AddEvidence', aggregate_id: id, payload });
  return isRefusal(done) ? done : undefined;
}

export async function changePiece(
  replica: Replica,
  { id }: Of,
  { evidence_id, field_keys, note }: Omit<Evidence, 'source'>,
): Promise<Refusal | undefined> {
  const payload = asJson({ evidence_id, field_keys, note });
  const done = await replica.dispatch({ type: 'ChangeEvidence', aggregate_id: id, payload });
  return isRefusal(done) ? done : undefined;
}

/** It speaks for none of the fields any more. */
export async function removePiece(replica: Replica, { id }: Of, { evidence_id }: Evidence): Promise<void> {
  const done = await replica.dispatch({ type: 'RemoveEvidence', aggregate_id: id, payload: { evidence_id } });
  if (isRefusal(done)) say(done);
}

/** The same piece as before. */
export async function bringBack(replica: Replica, of: Of, piece: Evidence): Promise<void> {
  say(await put(replica, of, piece));
}

/** The same picture speaks for another field as well, instead of standing there twice. */
export function showFor(
  replica: Replica,
  of: Of,
  pieces: readonly Evidence[],
  source: EvidenceSource,
  key: string,
): Promise<Refusal | undefined> {
  const known = pieces.find((piece) => isSameSource(piece.source, source));
  if (known === undefined) return addPiece(replica, of, { source, field_keys: [key], note: null });
  return changePiece(replica, of, { ...known, field_keys: [...known.field_keys, key] });
}

const isSameSource = (a: EvidenceSource, b: EvidenceSource): boolean => JSON.stringify(sourceKey(a)) === JSON.stringify(sourceKey(b));
const sourceKey = (source: EvidenceSource): readonly string[] =>
  source.kind === 'url' ? [source.kind, source.url] : [source.kind, source.id];

export function say(refusal: Refusal | undefined): void {
  if (refusal !== undefined) toast({ text: refusal.sentence, tone: 'breach' });
}
