import type { Instant } from '@taffrail/domain/kernel';
import {
  inOrder,
  strategyOrderId,
  type MarketView,
  type Strategy,
  type StrategyOrder,
  type StrategyTemplate,
} from '@taffrail/domain/riskgraph';
import type { Live, Replica } from '@taffrail/replica';
import { useLive, useReplica } from '../app/index.ts';

/** Everything that is drawn from. */
export interface Graph {
  readonly strategies: readonly Strategy[];
  readonly views: ReadonlyMap<string, MarketView>;
  readonly templates: readonly StrategyTemplate[];
  readonly now: Instant;
}

export function useGraph(): Live<Graph> {
  const replica = useReplica();
  return useLive(['strategy', 'strategy_order', 'market_view', 'strategy_template'], () => read(replica));
}

async function read(replica: Replica): Promise<Graph> {
  const [strategies, order, views, templates] = await Promise.all([
    replica.states<Strategy>('strategy'),
    replica.state<StrategyOrder>('strategy_order', strategyOrderId),
    replica.states<MarketView>('market_view'),
    replica.states<StrategyTemplate>('strategy_template'),
  ]);
  const active = strategies.map(({ state }) => state).filter(({ removed_at }) => removed_at === null);
  return {
    strategies: inOrder(active, order?.state),
    views: new Map(views.map(({ state }) => [state.underlying, state])),
    templates: templates
      .map(({ state }) => state)
      .filter(({ removed_at }) => removed_at === null)
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    now: replica.now(),
  };
}
