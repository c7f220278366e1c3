import { idSchema } from '@taffrail/domain/kernel';
import { responseId, submitResponsePayload, type ResponseSubject } from '@taffrail/domain/playbooks';
import { z } from 'zod';
import type { Caller, DoorAnswer } from '../http/index.ts';
import { doorRefusals } from './refusals.ts';
import { changeResponse } from './response.ts';
import { findTemplate, noSuchTemplate } from './template.ts';

const { values, comments, intended_risk_pct, trade_entered, account_id } = submitResponsePayload.shape;

/** What is answered about a trade. */
export const answersBody = z.strictObject({
  template_id: idSchema.describe('The version that is answered'),
  template_version: z.int().min(1).optional().describe('Its number, for whoever wants that checked'),
  values,
  comments,
  intended_risk_pct,
});

/** What is answered about an instrument on a day. */
export const checklistBody = answersBody.extend({ trade_entered, account_id });

type Given = Pick<z.infer<typeof checklistBody>, 'template_id' | 'values' | 'comments' | 'intended_risk_pct'> &
  Partial<z.infer<typeof checklistBody>>;

/** There is one response for each playbook and subject: who submits it again has answered anew, and keeps what was answered before. */
export async function submit(
  caller: Caller,
  subject: ResponseSubject,
  { template_id, template_version, ...answers }: Given,
): Promise<DoorAnswer> {
  const template = findTemplate(caller.workspace, template_id)?.version;
  if (!template) return noSuchTemplate(template_id);
  const { playbook_id, version } = template;
  if (template_version !== undefined && template_version !== version) {
    return doorRefusals.another_template_version({ given: template_version, version });
  }
  return changeResponse(caller, {
    type: 'SubmitResponse',
    aggregate_id: responseId(subject, playbook_id),
    payload: { subject, playbook_id, version_id: template_id, ...answers },
  });
}
