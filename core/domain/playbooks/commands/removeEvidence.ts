import { z } from 'zod';
import { type CommandRule, kernelRefusals } from '../../kernel/index.ts';
import { evidenceSchema } from '../evidence.ts';
import { type PlaybookResponse, responseFact } from '../response.ts';

export const removeEvidencePayload = z.strictObject({ evidence_id: evidenceSchema.shape.evidence_id });

export type RemoveEvidence = z.infer<typeof removeEvidencePayload>;

export const removeEvidence: CommandRule<PlaybookResponse, RemoveEvidence> = {
  type: 'RemoveEvidence',
  aggregate: 'playbook_response',
  stance: 'appends',
  payload: removeEvidencePayload,
  decide({ aggregate_id, state, payload: { evidence_id } }) {
    if (!state.evidence.some((each) => each.evidence_id === evidence_id)) {
      return kernelRefusals.not_found({ noun: 'evidence', id: evidence_id });
    }
    return [responseFact(aggregate_id, 'EvidenceRemoved', { evidence_id })];
  },
};
