import { idSchema, isRefusal, percentSchema, type Refusal } from '@taffrail/domain/kernel';
import {
  checklistInputSchema,
  contentInputSchema,
  contentSchema,
  evaluate,
  evaluationSchema,
  type Checklist,
} from '@taffrail/domain/playbooks';
import { z } from 'zod';
import { defineRoute, type Caller, type Route } from '../../http/index.ts';
import { doorRefusals } from '../refusals.ts';
import { findTemplate, noSuchTemplate } from '../template.ts';

const { risk_schedule, template_max_risk_pct } = contentSchema.shape;

const body = z
  .strictObject({
    template_id: idSchema,
    schema: checklistInputSchema.shape.fields,
    grade_thresholds: contentInputSchema.shape.grade_thresholds.unwrap(),
    risk_schedule,
    template_max_risk_pct,
    account_max_risk_pct: percentSchema.nullable(),
    intended_risk_pct: percentSchema.nullable(),
  })
  .partial()
  .extend({ values: z.record(z.string(), z.json()).describe('Answers by the keys of their fields') });

type Body = z.infer<typeof body>;

const example = {
  schema: [{ key: 'volume', label: 'Volume above its average', type: 'boolean' }],
  values: { volume: true },
  intended_risk_pct: '0.5',
};

const evaluateAnswers = defineRoute({
  method: 'POST',
  path: '/api/playbooks/evaluate',
  summary: 'Evaluate answers without keeping them',
  description:
    'Against a published version, or against a `schema`; thresholds, schedule and cap are those of the version, or the usual ones, unless ' +
    'they are given. Answers that do not hold are not refused: each field says what is wrong with its own.',
  tag: 'Playbooks',
  who: 'viewer',
  body: body.meta({ examples: [example] }),
  answers: [{ status: 200, description: 'What the answers come to', schema: evaluationSchema }],
  door(asked) {
    const { values, account_max_risk_pct = null, intended_risk_pct = null } = asked.body;
    const checklist = checklistOf(asked, asked.body);
    return isRefusal(checklist)
      ? checklist
      : { status: 200, body: evaluate(checklist, values, { account_max_risk_pct, intended_risk_pct }) };
  },
});

export const evaluateRoutes: readonly Route[] = [evaluateAnswers];

function checklistOf({ workspace }: Caller, { template_id, schema, ...given }: Body): Checklist | Refusal {
  const terms = {
    ...(given.grade_thresholds && { grade_thresholds: given.grade_thresholds }),
    ...(given.risk_schedule && { risk_schedule: given.risk_schedule }),
    ...(given.template_max_risk_pct !== undefined && { template_max_risk_pct: given.template_max_risk_pct }),
  };
  if (template_id !== undefined && schema === undefined) {
    const found = findTemplate(workspace, template_id);
    return found ? { ...found.version.content, ...terms } : noSuchTemplate(template_id);
  }
  return schema !== undefined && template_id === undefined
    ? checklistInputSchema.parse({ fields: schema, ...terms })
    : doorRefusals.one_checklist_needed();
}
