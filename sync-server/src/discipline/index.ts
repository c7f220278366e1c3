import { discipline as domain } from '@taffrail/domain/discipline';
import type { Route } from '../http/index.ts';
import type { ServerContext } from '../workspace/index.ts';
import { disciplineExportFiles } from './exportFiles.ts';
import { disciplineNoticesOf } from './notices.ts';
import { breachRoutes } from './routes/breaches.ts';
import { overrideRoutes } from './routes/overrides.ts';
import { rulesRoutes } from './routes/rules.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { disciplineMigrations, disciplineProjections, disciplineTables } from './tables.ts';

export const discipline: ServerContext = {
  context: domain,
  migrations: disciplineMigrations,
  tables: disciplineTables,
  projections: disciplineProjections,
  notFromOutside: ['JudgePeriod', 'MeasureSession'],
  noticesOf: disciplineNoticesOf,
  exportFiles: disciplineExportFiles,
};

export const disciplineRoutes: readonly Route[] = [...rulesRoutes, ...breachRoutes, ...sessionRoutes, ...overrideRoutes];

export { breachesOn } from './breachList.ts';
export { listOverrides, listedOverride } from './overrideList.ts';
export { breachShape, breachView, overrideShape, overrideView, sessionShape, sessionView } from './shapes.ts';
export { listSessions } from './sessionList.ts';
export { findSession } from './states.ts';
