import type { z } from 'zod';
import { type CommandRule, sameJson } from '../../kernel/index.ts';
import { refusals } from '../refusals.ts';
import { templateLegsProblem } from '../relative.ts';
import { type StrategyTemplate, templateFact, templateFacts } from '../strategyTemplate.ts';

export type ChangeTemplate = z.infer<typeof templateFacts.TemplateChanged>;

export const changeTemplate: CommandRule<StrategyTemplate, ChangeTemplate> = {
  type: 'ChangeTemplate',
  aggregate: 'strategy_template',
  stance: 'edits',
  payload: templateFacts.TemplateChanged,
  decide({ aggregate_id, state, payload }) {
    if (state.removed_at !== null) return refusals.template_removed({ name: state.name });
    const changes = Object.entries(payload).filter(([term, value]) => !sameJson(value, state[term as keyof ChangeTemplate]));
    const problem = templateLegsProblem(payload.legs ?? []);
    if (problem) return problem;
    return changes.length === 0 ? [] : [templateFact(aggregate_id, 'TemplateChanged', Object.fromEntries(changes))];
  },
};
