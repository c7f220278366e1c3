import { z } from 'zod';
import { type CommandRule, type Refusal, type World, isRefusal, kernelRefusals } from '../../kernel/index.ts';
import { type EvidenceSource, evidenceSchema } from '../evidence.ts';
import { MOST_EVIDENCE } from '../limits.ts';
import { refusals } from '../refusals.ts';
import { type PlaybookResponse, responseFact } from '../response.ts';
import { type NeighbourStates, beginning, beginningRefs, fieldProblem, ref, responseTerms, versionsInUse } from './neighbours.ts';

export const addEvidencePayload = z.strictObject({
  ...responseTerms,
  ...evidenceSchema.shape,
  note: evidenceSchema.shape.note.default(null),
});

export type AddEvidence = z.infer<typeof addEvidencePayload>;

/** Evidence may come before the answers it speaks for. */
export const addEvidence: CommandRule<PlaybookResponse | undefined, AddEvidence> = {
  type: 'AddEvidence',
  aggregate: 'playbook_response',
  stance: 'puts',
  payload: addEvidencePayload,
  reads: (asked, world) => [
    ...beginningRefs(asked),
    ...versionsInUse(asked.payload.playbook_id, asked.state, world).map((id) => ref('playbook_version', id)),
    ...(asked.payload.source.kind === 'attachment' ? [ref('attachment', asked.payload.source.id)] : []),
  ],
  decide(asked, world) {
    const { aggregate_id, state, payload } = asked;
    const { subject: _, playbook_id, ...evidence } = payload;
    const begun = beginning(asked, world);
    if (isRefusal(begun)) return begun;
    const problem =
      roomProblem(state, evidence.evidence_id) ??
      fieldProblem(evidence.field_keys, versionsInUse(playbook_id, state, world), world) ??
      sourceProblem(evidence.source, world);
    return problem ?? [...begun, responseFact(aggregate_id, 'EvidenceAdded', evidence)];
  },
};

function roomProblem(response: PlaybookResponse | undefined, evidenceId: string): Refusal | undefined {
  const evidence = response?.evidence ?? [];
  if (evidence.some(({ evidence_id }) => evidence_id === evidenceId)) {
    return kernelRefusals.already_exists({ noun: 'evidence', id: evidenceId });
  }
  return evidence.length < MOST_EVIDENCE ? undefined : refusals.too_much_evidence();
}

/** It has to be in this book and in its place now; when it is removed later, whoever looks finds that it is missing. */
function sourceProblem(source: EvidenceSource, world: World): Refusal | undefined {
  if (source.kind === 'url') return undefined;
  const attachment = world.read<NeighbourStates['attachment']>('attachment', source.id);
  return attachment?.removed_at === null ? undefined : kernelRefusals.not_found({ noun: 'attachment', id: source.id });
}
