import type { z } from 'zod';
import { type CommandRule, idSchema } from '../../kernel/index.ts';
import { strategyFact, strategyTermsSchema } from '../strategy.ts';
import { termsProblem } from '../strategyLeg.ts';

export const addStrategyPayload = strategyTermsSchema.extend({
  debit: strategyTermsSchema.shape.debit.default(null),
  visible: strategyTermsSchema.shape.visible.default(true),
  color: strategyTermsSchema.shape.color.default(null),
  label: strategyTermsSchema.shape.label.default(null),
  position_id: idSchema.nullable().default(null),
  template_id: idSchema.nullable().default(null),
});

export type AddStrategy = z.infer<typeof addStrategyPayload>;

export const addStrategy: CommandRule<undefined, AddStrategy> = {
  type: 'AddStrategy',
  aggregate: 'strategy',
  stance: 'creates',
  payload: addStrategyPayload,
  decide: ({ aggregate_id, payload }) => termsProblem(payload.legs) ?? [strategyFact(aggregate_id, 'StrategyAdded', payload)],
};
