import type { Id } from '@taffrail/domain/kernel';
import type { Position } from '@taffrail/domain/tradelog';
import type { MarketView, Strategy, StrategyTemplate } from '@taffrail/domain/riskgraph';
import type { Projection, Sql } from '../workspace/index.ts';
import { isFollowed } from './followed.ts';

export const riskgraphMigrations: readonly string[] = [
  `
  CREATE TABLE riskgraph_strategy (
    id TEXT PRIMARY KEY,
    position_id TEXT,
    template_id TEXT,
    active INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX riskgraph_strategy_by_template ON riskgraph_strategy (template_id);
  CREATE INDEX riskgraph_strategy_by_position ON riskgraph_strategy (position_id);

  CREATE TABLE riskgraph_template (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    active INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE riskgraph_view (
    id TEXT PRIMARY KEY,
    underlying TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE riskgraph_held (
    position_id TEXT PRIMARY KEY,
    underlying TEXT NOT NULL
  ) STRICT;
  CREATE INDEX riskgraph_held_by_underlying ON riskgraph_held (underlying, position_id);
  `,
];

export const riskgraphTables: readonly string[] = ['riskgraph_strategy', 'riskgraph_template', 'riskgraph_view', 'riskgraph_held'];

export const riskgraphProjections: { readonly [aggregateType: string]: Projection } = {
  strategy: projectStrategy,
  strategy_template: projectTemplate,
  market_view: projectView,
  position: projectHeld,
};

function projectStrategy(sql: Sql, id: Id, _before: Strategy | undefined, { position_id, template_id, removed_at }: Strategy): void {
  sql.run(
    `INSERT INTO riskgraph_strategy (id, position_id, template_id, active) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET active = excluded.active`,
    id,
    position_id,
    template_id,
    Number(removed_at === null),
  );
}

function projectTemplate(sql: Sql, id: Id, _before: StrategyTemplate | undefined, { name, removed_at }: StrategyTemplate): void {
  sql.run(
    'INSERT INTO riskgraph_template (id, name, active) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, active = excluded.active',
    id,
    name,
    Number(removed_at === null),
  );
}

function projectView(sql: Sql, id: Id, _before: MarketView | undefined, { underlying }: MarketView): void {
  sql.run('INSERT INTO riskgraph_view (id, underlying) VALUES (?, ?) ON CONFLICT (id) DO NOTHING', id, underlying);
}

function projectHeld(sql: Sql, id: Id, before: Position | undefined, position: Position): void {
  if (isFollowed(position))
    sql.run(
      'INSERT INTO riskgraph_held (position_id, underlying) VALUES (?, ?) ON CONFLICT (position_id) DO UPDATE SET underlying = excluded.underlying',
      id,
      position.underlying,
    );
  else if (before && isFollowed(before)) sql.run('DELETE FROM riskgraph_held WHERE position_id = ?', id);
}
