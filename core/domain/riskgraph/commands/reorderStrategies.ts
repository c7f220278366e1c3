import { type CommandRule, sameJson } from '../../kernel/index.ts';
import { refusals } from '../refusals.ts';
import { type StrategyOrder, strategyOrderFact, strategyOrderId, strategyOrderSchema } from '../strategyOrder.ts';

export type ReorderStrategies = StrategyOrder;

/** What was removed meanwhile may be named: it keeps its place for when it is restored. */
export const reorderStrategies: CommandRule<StrategyOrder | undefined, ReorderStrategies> = {
  type: 'ReorderStrategies',
  aggregate: 'strategy_order',
  stance: 'puts',
  payload: strategyOrderSchema,
  decide({ aggregate_id, state, payload }) {
    if (aggregate_id !== strategyOrderId) return refusals.id_of_another({ id: aggregate_id, expected_id: strategyOrderId });
    const { strategy_ids } = payload;
    const twice = strategy_ids.find((id, place) => strategy_ids.indexOf(id) < place);
    if (twice !== undefined) return refusals.strategy_twice({ strategy_id: twice });
    return sameJson(state, payload) ? [] : [strategyOrderFact(payload)];
  },
};
