import { phases as domain } from '@taffrail/domain/phases';
import type { Route } from '../http/index.ts';
import type { ServerContext } from '../workspace/index.ts';
import { phaseExportFiles } from './exportFiles.ts';
import { phaseNoticesOf } from './notices.ts';
import { recordRoutes } from './routes/records.ts';
import { settingsRoutes } from './routes/settings.ts';

/** There is one phase and one set of settings in a book, so nothing has to be found in tables. */
export const phases: ServerContext = {
  context: domain,
  migrations: [],
  tables: [],
  projections: {},
  notFromOutside: ['OverridePhase'],
  noticesOf: phaseNoticesOf,
  exportFiles: phaseExportFiles,
};

export const phaseRoutes: readonly Route[] = [...settingsRoutes, ...recordRoutes];

export { findProgress } from './states.ts';
