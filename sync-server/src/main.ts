import { isRefusal, msOf } from '@taffrail/domain/kernel';
import { buildApp } from './app.ts';
import { serverContexts } from './contexts.ts';
import { every, openBook, openHost, ringAt, systemClock, type BookOnDisk } from './host/index.ts';
import { openStreams, serve, type Admitted } from './http/index.ts';
import {
  BACKUP_JOB,
  backupDue,
  backupJob,
  backupShelfIn,
  logRequest,
  mountOperations,
  openDiskProbe,
  openLog,
  openMetrics,
  readConfig,
} from './operations/index.ts';
import { openRooms, openSockets } from './rooms/index.ts';
import { dataFolderAt, DataFolderInUse, lockDataFolder } from './storage/index.ts';
import { StorageFault, type Alarm, type Observer } from './workspace/index.ts';

/** The one book there is until identity brings more. */
const MAIN_WORKSPACE = 'main';
const CLOSE_IDLE_AFTER_MS = 10 * 60_000;

const config = configOrFail();
const log = openLog(config.logLevel);
const data = dataFolderAt(config.dataPath);
const lock = lockOrFail();
const shelf = backupShelfIn(data.backups);
const streams = openStreams(log);
const openBooks = new Map<string, BookOnDisk>();

const host = openHost({
  open: openAndSchedule,
  ringAt,
  every,
  closeAfterIdleMs: CLOSE_IDLE_AFTER_MS,
  elapsedMs: () => systemClock.elapsedMs(),
  failed: (what, error) => log.error({ err: error }, what),
});

const metrics = openMetrics({
  streamsOpen: () => streams.open,
  workspacesOpen: () => host.openCount,
  lastBackupMs: () => {
    const newest = shelf.newest();
    return newest && msOf(newest.madeAt);
  },
});

const failed = (what: string, error: unknown): void => log.error({ err: error }, what);
const admit = (): Admitted => ({ workspace: host.use(MAIN_WORKSPACE), actor: 'local' });
const rooms = openRooms(failed);
const sockets = openSockets({ rooms, admit, failed });
const app = buildApp(
  {
    admit,
    streams,
    log,
    served(request) {
      metrics.answered(request);
      logRequest(log, request);
    },
  },
  rooms,
);
const disk = openDiskProbe(data.path, () => systemClock.elapsedMs());
const startedAt = systemClock.now();
mountOperations(
  app,
  {
    synchronous: () => [...openBooks.values()].map(({ sqlite }) => sqlite.synchronous()),
    write: () => disk.write(),
    freeBytes: () => disk.freeBytes(),
    minFreeBytes: config.readyMinFreeBytes,
    now: () => systemClock.now(),
    startedAt,
    lastBackupAt: () => shelf.newest()?.madeAt,
    backupEveryHours: config.backupEveryHours,
  },
  metrics,
);

// Every book is opened once, so that jobs that fell due while the server was down are run now.
for (const id of new Set([MAIN_WORKSPACE, ...data.workspaceIds()])) host.use(id);
const served = await serveOrFail();

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown(signal));
log.info({ url: `http://${config.host}:${served.port}`, data: config.dataPath }, 'listening');

function openAndSchedule(id: string, alarm: Alarm): BookOnDisk {
  const book = openBook(id, alarm, {
    data,
    contexts: serverContexts,
    hostJobs: (_, sqlite) => ({ [BACKUP_JOB]: backupJob({ workspaceId: id, book: sqlite, contexts: serverContexts, shelf, config, log }) }),
    observer: observerOf(id),
  });
  book.workspace.requestJob(backupDue(id, shelf, config, systemClock.now()));
  openBooks.set(id, book);
  return {
    ...book,
    close() {
      openBooks.delete(id);
      book.close();
    },
  };
}

function observerOf(id: string): Observer {
  return {
    committed: (answers, elapsedMs) =>
      metrics.committed(
        answers.map(({ outcome }) => outcome),
        elapsedMs,
      ),
    takenBack(fault) {
      if (fault instanceof StorageFault) metrics.storageFailed(fault.kind);
    },
    failed: (what, error) => log.error({ err: error, workspace: id }, what),
  };
}

async function shutDown(signal: string): Promise<void> {
  log.info({ signal }, 'closing');
  await served.close();
  await host.close();
  lock.release();
  log.info('closed');
}

function configOrFail() {
  const read = readConfig(process.env);
  return 'problems' in read ? fail(read.problems) : read;
}

function lockOrFail() {
  try {
    return lockDataFolder(data.lock);
  } catch (error) {
    if (error instanceof DataFolderInUse) fail([error.message]);
    throw error;
  }
}

async function serveOrFail() {
  const serving = await serve(app, { host: config.host, port: config.port, streams, sockets });
  return isRefusal(serving) ? fail([serving.sentence]) : serving;
}

function fail(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}
