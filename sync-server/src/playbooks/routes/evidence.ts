import { idSchema, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { addEvidencePayload, changeEvidencePayload, type EvidenceSource } from '@taffrail/domain/playbooks';
import { z } from 'zod';
import { defineRoute, idsOf, type Route } from '../../http/index.ts';
import { doorRefusals } from '../refusals.ts';
import { changeResponse, findResponse, noSuchResponse, responseShape } from '../response.ts';
import { append, params } from './common.ts';

const tag = 'Playbook responses';
const answers = [{ status: 200, description: 'The response as it is now', schema: responseShape }];
const path = '/api/playbook-responses/:id/evidence';

const { field_keys, note, source } = addEvidencePayload.shape;
const [attachment, address] = source.options;

const addBody = z.strictObject({
  id: idSchema.optional(),
  field_key: field_keys.element.optional(),
  field_keys: field_keys.optional().describe('In place of field_key, where it speaks for several'),
  source_kind: z
    .enum(['trade', 'journal', 'url'])
    .describe('Attached to a position, attached to a page or entry of the journal, or an address, which the server never goes to'),
  source_id: attachment.shape.id.optional().describe('The attachment'),
  url: address.shape.url.optional(),
  note,
});

const addEvidence = defineRoute({
  method: 'POST',
  path,
  summary: 'Add evidence for the answers to some fields',
  tag,
  who: 'member',
  params,
  headers: append,
  body: addBody.meta({ examples: [{ field_keys: ['volume', 'side'], source_kind: 'url', url: 'https://example.org/chart' }] }),
  answers,
  door(asked) {
    const { id: response_id } = asked.params;
    const response = findResponse(asked.workspace, response_id);
    if (!response) return noSuchResponse(response_id);
    const read = evidenceIn(asked.body);
    if (isRefusal(read)) return read;
    const { subject, playbook_id } = response.state;
    const payload = { subject, playbook_id, evidence_id: asked.body.id ?? idsOf(asked)(), note: asked.body.note, ...read };
    return changeResponse(asked, { type: 'AddEvidence', aggregate_id: response_id, payload });
  },
});

const one = { path: `${path}/:evidence_id`, tag, params: params.extend({ evidence_id: idSchema }), headers: append, answers };

const changeEvidence = defineRoute({
  ...one,
  method: 'PATCH',
  summary: 'Change what evidence speaks for, or its note',
  who: 'member',
  body: z.strictObject({
    field_keys: changeEvidencePayload.shape.field_keys.optional(),
    note: changeEvidencePayload.shape.note.optional(),
  }),
  door(asked) {
    const { id, evidence_id } = asked.params;
    return changeResponse(asked, { type: 'ChangeEvidence', aggregate_id: id, payload: { evidence_id, ...asked.body } });
  },
});

const removeEvidence = defineRoute({
  ...one,
  method: 'DELETE',
  summary: 'Remove evidence',
  description: 'That it was there stays in the history; an attachment stays where it belongs.',
  who: 'member',
  door(asked) {
    const { id, evidence_id } = asked.params;
    return changeResponse(asked, { type: 'RemoveEvidence', aggregate_id: id, payload: { evidence_id } });
  },
});

export const evidenceRoutes: readonly Route[] = [addEvidence, changeEvidence, removeEvidence];

interface Read {
  readonly field_keys: readonly string[];
  readonly source: EvidenceSource;
}

function evidenceIn({ field_key, field_keys: keys, source_kind, source_id, url }: z.infer<typeof addBody>): Read | Refusal {
  const named = keys ?? (field_key === undefined ? undefined : [field_key]);
  if (named === undefined || (keys && field_key !== undefined)) return doorRefusals.evidence_for_which_field();
  if (source_kind === 'url') {
    return url !== undefined && source_id === undefined
      ? { field_keys: named, source: { kind: 'url', url } }
      : doorRefusals.evidence_of_what();
  }
  return source_id !== undefined && url === undefined
    ? { field_keys: named, source: { kind: 'attachment', id: source_id } }
    : doorRefusals.evidence_of_what();
}
