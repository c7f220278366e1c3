import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { refusals } from '../refusals.ts';
import { type StrategyTemplate, templateFact } from '../strategyTemplate.ts';

const nothing = z.strictObject({});

/** What was made from it stays. */
export const removeTemplate: CommandRule<StrategyTemplate, z.infer<typeof nothing>> = {
  type: 'RemoveTemplate',
  aggregate: 'strategy_template',
  stance: 'edits',
  payload: nothing,
  decide: ({ aggregate_id, state }) =>
    state.removed_at === null ? [templateFact(aggregate_id, 'TemplateRemoved', {})] : refusals.template_removed({ name: state.name }),
};
