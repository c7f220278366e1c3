import { z } from 'zod';
import { type CommandRule, kernelRefusals } from '../../kernel/index.ts';
import { evidenceSchema } from '../evidence.ts';
import { refusals } from '../refusals.ts';
import { type PlaybookResponse, responseFact } from '../response.ts';
import { fieldProblem, ref, versionsInUse } from './neighbours.ts';

const { evidence_id, field_keys, note } = evidenceSchema.shape;

/** What is given replaces what was there. Another source is other evidence. */
export const changeEvidencePayload = z.strictObject({
  evidence_id,
  field_keys: z.exactOptional(field_keys),
  note: z.exactOptional(note),
});

export type ChangeEvidence = z.infer<typeof changeEvidencePayload>;

export const changeEvidence: CommandRule<PlaybookResponse, ChangeEvidence> = {
  type: 'ChangeEvidence',
  aggregate: 'playbook_response',
  stance: 'appends',
  payload: changeEvidencePayload,
  reads: ({ state }, world) => [
    ref('playbook', state.playbook_id),
    ...versionsInUse(state.playbook_id, state, world).map((id) => ref('playbook_version', id)),
  ],
  decide({ aggregate_id, state, payload }, world) {
    const before = state.evidence.find((each) => each.evidence_id === payload.evidence_id);
    if (before === undefined) return kernelRefusals.not_found({ noun: 'evidence', id: payload.evidence_id });
    const { source: _, ...after } = { ...before, ...payload };
    const isSame = after.note === before.note && JSON.stringify(after.field_keys) === JSON.stringify(before.field_keys);
    if (isSame) return refusals.evidence_unchanged();
    // A field may have left the playbook since; what spoke for it then still does.
    const added = after.field_keys.filter((key) => !before.field_keys.includes(key));
    const problem = fieldProblem(added, versionsInUse(state.playbook_id, state, world), world);
    return problem ?? [responseFact(aggregate_id, 'EvidenceChanged', after)];
  },
};
