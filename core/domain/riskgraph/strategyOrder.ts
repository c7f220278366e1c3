import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type NewFact, asJson, derivedId, idSchema } from '../kernel/index.ts';
import { MOST_STRATEGIES_AT_ONCE } from './limits.ts';

/** In which order strategies are listed. It belongs to none of them, so that moving one changes no other. */
export const strategyOrderSchema = z.strictObject({ strategy_ids: z.array(idSchema).max(MOST_STRATEGIES_AT_ONCE) });

export type StrategyOrder = z.infer<typeof strategyOrderSchema>;

export const strategyOrderId: Id = derivedId('strategy_order');

export function strategyOrderFact(order: StrategyOrder): NewFact {
  return { aggregate_type: 'strategy_order', aggregate_id: strategyOrderId, type: 'StrategiesReordered', payload: asJson(order) };
}

export const strategyOrderAggregate: Aggregate<StrategyOrder> = {
  type: 'strategy_order',
  facts: { StrategiesReordered: strategyOrderSchema },
  evolve: (order, { type, payload }: FoldedFact) =>
    type === 'StrategiesReordered' ? (payload as StrategyOrder) : (order as StrategyOrder),
};

interface Added {
  readonly id: Id;
  readonly added_at: string;
}

/** As somebody put them; what came since comes last, the oldest first. */
export function inOrder<T extends Added>(strategies: readonly T[], order: StrategyOrder | undefined): readonly T[] {
  const places = new Map(order?.strategy_ids.map((id, place) => [id, place]));
  const placeOf = ({ id }: T): number => places.get(id) ?? places.size;
  return strategies.toSorted((a, b) => placeOf(a) - placeOf(b) || byTime(a, b));
}

const byTime = (a: Added, b: Added): number => (`${a.added_at} ${a.id}` < `${b.added_at} ${b.id}` ? -1 : 1);
