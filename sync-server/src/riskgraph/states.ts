import { calendarDayOf, daysBetween, kernelRefusals, type Id, type Instant, type Versioned } from '@taffrail/domain/kernel';
import {
  geometryOf,
  inOrder,
  nextExpiry,
  shapeOf,
  strategyOrderId,
  type MarketView,
  type RiskArtifact,
  type Strategy,
  type StrategyOrder,
  type StrategyTemplate,
  riskArtifactId,
} from '@taffrail/domain/riskgraph';
import type { Workspace } from '../workspace/index.ts';

/** Where the exchanges are whose options these are: days to expiry are counted there. */
const ZONE = 'America/New_York';
export const today = (now: Instant): string => calendarDayOf(now, ZONE);

const find = <State>(workspace: Workspace, aggregate_type: string, id: Id, asOfSeq?: number): Versioned<State> | undefined =>
  workspace.stateAsOf({ aggregate_type, aggregate_id: id }, asOfSeq ?? workspace.lastSeq) as Versioned<State> | undefined;

export const findStrategy = (workspace: Workspace, id: Id, asOfSeq?: number) => find<Strategy>(workspace, 'strategy', id, asOfSeq);
export const findArtifact = (workspace: Workspace, positionId: Id) =>
  find<RiskArtifact>(workspace, 'risk_artifact', riskArtifactId(positionId));
export const findView = (workspace: Workspace, id: Id) => find<MarketView>(workspace, 'market_view', id);

/** One that was removed is not there. */
export function findTemplate(workspace: Workspace, id: Id, asOfSeq?: number): Versioned<StrategyTemplate> | undefined {
  const found = find<StrategyTemplate>(workspace, 'strategy_template', id, asOfSeq);
  return found?.state.removed_at === null ? found : undefined;
}

export const noSuchStrategy = (id: Id) => kernelRefusals.not_found({ noun: 'strategy', id });
export const noSuchTemplate = (id: Id) => kernelRefusals.not_found({ noun: 'strategy template', id });

export function activeStrategies(workspace: Workspace): readonly Versioned<Strategy>[] {
  const rows = workspace.read((sql) => sql.all<{ id: Id }>('SELECT id FROM riskgraph_strategy WHERE active = 1'));
  const found = rows.flatMap(({ id }) => findStrategy(workspace, id) ?? []);
  const placed = inOrder(
    found.map(({ state, version }) => ({ id: state.id, added_at: state.added_at, state, version })),
    find<StrategyOrder>(workspace, 'strategy_order', strategyOrderId)?.state,
  );
  return placed.map(({ state, version }) => ({ state, version }));
}

/** A strategy as doors show it: what was said, and what follows from it. */
export function strategyView({ state, version }: Versioned<Strategy>, sortOrder: number, now: Instant) {
  const { versions, removed_at, added_at, ...said } = state;
  const { strategy: _, ...geometry } = geometryOf(said.legs) ?? { side: null, strike: null, width: null };
  const expiration = nextExpiry(said.legs);
  return {
    ...said,
    ...geometry,
    version,
    strategy: shapeOf(said.legs),
    expiration,
    dte: expiration === null ? null : daysBetween(today(now), expiration),
    sort_order: sortOrder,
    is_active: removed_at === null,
    added_at,
    created_at: added_at,
    updated_at: versions.at(-1)?.changed_at ?? added_at,
  };
}
