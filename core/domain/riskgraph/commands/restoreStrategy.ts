import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { refusals } from '../refusals.ts';
import { type Strategy, strategyFact, strategyFacts } from '../strategy.ts';
import { versionsProblem } from './versionsProblem.ts';

const restoreStrategyPayload = z.strictObject({ reason: strategyFacts.StrategyRestored.shape.reason.default(null) });

export type RestoreStrategy = z.infer<typeof restoreStrategyPayload>;

export const restoreStrategy: CommandRule<Strategy, RestoreStrategy> = {
  type: 'RestoreStrategy',
  aggregate: 'strategy',
  stance: 'edits',
  payload: restoreStrategyPayload,
  decide({ aggregate_id, state, payload }) {
    if (state.removed_at === null) return refusals.strategy_not_removed({ strategy_id: aggregate_id });
    return versionsProblem(state) ?? [strategyFact(aggregate_id, 'StrategyRestored', payload)];
  },
};
