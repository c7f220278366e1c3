import { attachments as domain } from '@taffrail/domain/attachments';
import type { Route } from '../http/index.ts';
import type { ServerContext } from '../workspace/index.ts';
import { attachmentJobs, attachmentJobsOf, RESTORABLE_MS } from './collecting.ts';
import { attachmentExportFiles } from './exportFiles.ts';
import { MOST_BYTES_A_BOOK } from './limits.ts';
import { fileIsHere } from './fileIsHere.ts';
import { filesSpokenOf } from './filesSpokenOf.ts';
import { endingOf } from './mediaType.ts';
import { attachmentRoutesWith } from './routes/attachments.ts';
import { fileRoutesWith } from './routes/files.ts';
import { attachmentMigrations, attachmentProjections, attachmentTables } from './tables.ts';

export const attachments: ServerContext = {
  context: domain,
  migrations: attachmentMigrations,
  tables: attachmentTables,
  projections: attachmentProjections,
  jobsOf: attachmentJobsOf,
  jobs: attachmentJobs,
  precondition: fileIsHere,
  blobsOf: (sql, now) =>
    filesSpokenOf(sql, now, RESTORABLE_MS).map(({ hash, media_type }) => ({ name: hash, ending: endingOf[media_type] })),
  exportFiles: attachmentExportFiles,
};

export const attachmentRoutes: readonly Route[] = [...attachmentRoutesWith(MOST_BYTES_A_BOOK), ...fileRoutesWith(MOST_BYTES_A_BOOK)];
