import { playbooks as domain } from '@taffrail/domain/playbooks';
import type { Route } from '../http/index.ts';
import type { ServerContext } from '../workspace/index.ts';
import { playbookExportFiles } from './exportFiles.ts';
import { playbookNoticesOf } from './notices.ts';
import { evaluateRoutes } from './routes/evaluate.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { fileRoutes } from './routes/files.ts';
import { responseRoutes } from './routes/responses.ts';
import { resultRoutes } from './routes/results.ts';
import { subjectRoutes } from './routes/subjects.ts';
import { templateRoutes } from './routes/templates.ts';
import { versionRoutes } from './routes/versions.ts';
import { playbookMigrations, playbookProjections, playbookTables } from './tables.ts';

export const playbooks: ServerContext = {
  context: domain,
  migrations: playbookMigrations,
  tables: playbookTables,
  projections: playbookProjections,
  exportFiles: playbookExportFiles,
  noticesOf: playbookNoticesOf,
};

export const playbookRoutes: readonly Route[] = [
  ...templateRoutes,
  ...versionRoutes,
  ...fileRoutes,
  ...resultRoutes,
  ...evaluateRoutes,
  ...subjectRoutes,
  ...responseRoutes,
  ...evidenceRoutes,
];
