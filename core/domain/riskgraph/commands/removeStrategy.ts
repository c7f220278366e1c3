import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { refusals } from '../refusals.ts';
import { type Strategy, strategyFact, strategyFacts } from '../strategy.ts';

const removeStrategyPayload = z.strictObject({ reason: strategyFacts.StrategyRemoved.shape.reason.default(null) });

export type RemoveStrategy = z.infer<typeof removeStrategyPayload>;

/** It leaves the graph; its trail stays. */
export const removeStrategy: CommandRule<Strategy, RemoveStrategy> = {
  type: 'RemoveStrategy',
  aggregate: 'strategy',
  stance: 'edits',
  payload: removeStrategyPayload,
  decide({ aggregate_id, state, payload }) {
    if (state.removed_at !== null) return refusals.strategy_removed({ strategy_id: aggregate_id });
    return [strategyFact(aggregate_id, 'StrategyRemoved', payload)];
  },
};
