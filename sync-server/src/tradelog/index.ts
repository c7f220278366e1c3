import { tradelog as domain } from '@taffrail/domain/tradelog';
import { defineStream, type Route } from '../http/index.ts';
import type { ServerContext } from '../workspace/index.ts';
import { tradelogExportFiles } from './exportFiles.ts';
import { tradelogJobs, tradelogJobsOf } from './jobs.ts';
import { tradelogNoticesOf } from './notices.ts';
import { tradelogReminders } from './reminders.ts';
import { accountRoutes } from './routes/accounts.ts';
import { fillRoutes } from './routes/fills.ts';
import { journalEntryRoutes } from './routes/journalEntries.ts';
import { orderRoutes } from './routes/orders.ts';
import { positionChangeRoutes } from './routes/positionChanges.ts';
import { positionRoutes } from './routes/positions.ts';
import { tradelogMigrations, tradelogProjections, tradelogTables } from './tables.ts';

export const tradelog: ServerContext = {
  context: domain,
  migrations: tradelogMigrations,
  tables: tradelogTables,
  projections: tradelogProjections,
  jobsOf: tradelogJobsOf,
  jobs: tradelogJobs,
  noticesOf: tradelogNoticesOf,
  remindersOf: tradelogReminders,
  exportFiles: tradelogExportFiles,
};

const followTradelog = defineStream({
  path: '/sse/trade-log',
  summary: 'Follow the trade log',
  tag: 'Streams',
  who: 'viewer',
  follows: domain.aggregates.map(({ type }) => type),
});

export const tradelogRoutes: readonly Route[] = [
  ...accountRoutes,
  ...positionRoutes,
  ...positionChangeRoutes,
  ...fillRoutes,
  ...orderRoutes,
  ...journalEntryRoutes,
  followTradelog,
];

export { orderBody, placingOf } from './orderBody.ts';
export { changeOrder, orderShape } from './orderDoor.ts';
export { callSpread, creationOf, positionBody } from './positionBody.ts';
export { changePosition } from './positionDoor.ts';
export { positionShape } from './shapes.ts';
