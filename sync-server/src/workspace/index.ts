export type { Answer } from './answer.ts';
export {
  appendUpdate,
  countDocuments,
  documentBytes,
  documentSize,
  exportDocuments,
  lastWriting,
  listDocuments,
  putSnapshot,
  readDocument,
  type DocumentEntry,
  type DocumentSize,
} from './documents.ts';
export { exportFacts, exportReceipts, importBook } from './exchange.ts';
export { factsOf, readHead } from './factLog.ts';
export { openJobRunner } from './jobRunner.ts';
export { jobTable, nextDue, requestJob } from './jobs.ts';
export { StorageFault } from './ports.ts';
export type {
  Alarm,
  Blobs,
  Clock,
  Defer,
  Head,
  HeadWitness,
  Ids,
  ReadSql,
  Sha256,
  Sql,
  SqlRow,
  SqlValue,
  Vault,
  WorkspacePorts,
} from './ports.ts';
export { prepareBook, renewLogId } from './prepareBook.ts';
export type { Reading } from './reading.ts';
export { rebuild } from './rebuild.ts';
export type {
  BlobRef,
  BookNow,
  ExportFile,
  Job,
  JobHandler,
  JobRequest,
  JobTools,
  Projection,
  Reminder,
  Reminders,
  ServerContext,
  StateOf,
} from './serverContext.ts';
export type { KeptSecret, OwnSecret, Secrets } from './secrets.ts';
export { blobsOf } from './serverContext.ts';
export { verify, type Finding, type Verification } from './verify.ts';
export { LogCutShort, openWorkspace, type Observer, type Workspace, type WorkspaceOptions } from './workspace.ts';
export { migrate, NewerSchema, type MigrationStep } from './migrations.ts';
