import { tradelog as domain } from '@taffrail/domain/tradelog';
import { defineStream, type Route } from '../http/index.ts';
import type { ServerContext } from '../workspace/index.ts';
import { accountRoutes } from './routes/accounts.ts';
import { positionRoutes } from './routes/positions.ts';
import { projectAccount, projectPosition, tradelogMigrations, tradelogTables } from './tables.ts';

export const tradelog: ServerContext = {
  context: domain,
  migrations: tradelogMigrations,
  tables: tradelogTables,
  projections: { account: projectAccount, position: projectPosition },
};

const followTradelog = defineStream({
  path: '/sse/trade-log',
  summary: 'Follow the trade log',
  tag: 'Streams',
  who: 'member',
  follows: domain.aggregates.map(({ type }) => type),
});

export const tradelogRoutes: readonly Route[] = [...accountRoutes, ...positionRoutes, followTradelog];
