import type { CommandRule } from '../../kernel/index.ts';
import { templateLegsProblem } from '../relative.ts';
import { type TemplateTerms, templateFact, templateTermsSchema } from '../strategyTemplate.ts';

export const saveTemplatePayload = templateTermsSchema.extend({
  description: templateTermsSchema.shape.description.default(null),
  debit_estimate: templateTermsSchema.shape.debit_estimate.default(null),
});

export type SaveTemplate = TemplateTerms;

export const saveTemplate: CommandRule<undefined, SaveTemplate> = {
  type: 'SaveTemplate',
  aggregate: 'strategy_template',
  stance: 'creates',
  payload: saveTemplatePayload,
  decide: ({ aggregate_id, payload }) => templateLegsProblem(payload.legs) ?? [templateFact(aggregate_id, 'TemplateSaved', payload)],
};
