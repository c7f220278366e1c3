import { join } from 'node:path';
import { isRefusal, msOf } from '@taffrail/domain/kernel';
import { buildApp } from './app.ts';
import { phaseOverrideRoutes } from './conduct/index.ts';
import { serverContexts } from './contexts.ts';
import { mountFaces, readFaces } from './faces/index.ts';
import { afterThisTick, every, openBook, openHost, ringAt, systemClock, type BookOnDisk } from './host/index.ts';
import { openStreams, serve } from './http/index.ts';
import { openIdentity } from './identity/index.ts';
import { isPublicAddress, openNotify, openPushDoor, REMIND_JOB, serverKeyIn } from './notify/index.ts';
import {
  BACKUP_JOB,
  backupDue,
  backupJob,
  backupShelfIn,
  keepRegistryBackedUp,
  logRequest,
  mountOperations,
  openDiskProbe,
  openLog,
  openMetrics,
  readConfig,
} from './operations/index.ts';
import { sharingRoutes } from './riskgraph/index.ts';
import { openRooms, openSockets, openTickets } from './rooms/index.ts';
import { keyFile, openPersonVault } from './secrets/index.ts';
import { dataFolderAt, DataFolderInUse, lockDataFolder, openSqlite } from './storage/index.ts';
import { StorageFault, type Alarm, type Observer } from './workspace/index.ts';

/** Built before each start. */
const APP = join(import.meta.dirname, '../../pwa/dist');
const CLOSE_IDLE_AFTER_MS = 10 * 60_000;
/** What is held open outlasts the right to it by no more than this. */
const END_OVERDUE_EVERY_MS = 2_000;
/** Owners are told that the disk fills up while there is still several times the room that the server needs. */
const LOW_OF_MIN_FREE = 8;

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
const registry = openSqlite(data.registry);
const identity = openIdentity({
  sql: registry.sql,
  clock: systemClock,
  vaultOf: (userId) => openPersonVault(keyFile(data.secretKey), userId),
  shelf: { workspaceIds: () => data.workspaceIds(), remove: removeBook },
  openWorkspace: (id) => host.use(id),
  setupTokenPath: data.setupToken,
  origin,
  isOverTls: config.origin !== undefined,
  recorded: (entry) => notify.recorded(entry),
});
const closing = new AbortController();
const disk = openDiskProbe(data.path, () => systemClock.elapsedMs());
const notify = openNotify({
  sql: registry.sql,
  clock: systemClock,
  people: identity.people,
  contexts: serverContexts,
  key: serverKeyIn(data.pushKey),
  door: openPushDoor({ mayReach: isPublicAddress, closing: closing.signal }),
  contact,
  bookOf: (id) => openBooks.get(id)?.workspace,
  defer: afterThisTick,
  ringAt,
  freeBytes: () => disk.freeBytes(),
  lowBytes: LOW_OF_MIN_FREE * config.readyMinFreeBytes,
  failed,
});
const endRegistryBackups = keepRegistryBackedUp({ registry, shelf, config, now: () => systemClock.now(), ringAt, log });
const { admit, admitAgain, onRevoked } = identity;
const gate = { admit, admitAgain, onRevoked, isBehindProxy: config.origin !== undefined };
const documents = { rooms: openRooms(failed), tickets: openTickets(gate, () => systemClock.now()) };
const sockets = openSockets({ ...documents, gate, failed });
const app = buildApp(
  {
    ...gate,
    streams,
    log,
    served(request) {
      metrics.answered(request);
      logRequest(log, request);
    },
  },
  documents,
  [...identity.routes, ...notify.routes, ...phaseOverrideRoutes(identity.proofs), ...sharingRoutes(identity.shareCodes)],
);
const startedAt = systemClock.now();
mountOperations(
  app,
  {
    synchronous: () => [registry, ...[...openBooks.values()].map(({ sqlite }) => sqlite)].map((sqlite) => sqlite.synchronous()),
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
const faces = readFaces(APP);
if (faces.size === 0) log.warn('the app is not built, so only the API is served; npm start builds it');
mountFaces(app, faces);

// Every book is opened once, so that jobs that fell due while the server was down are run now.
for (const id of data.workspaceIds()) host.use(id);
const served = await serveOrFail();
every(END_OVERDUE_EVERY_MS, endOverdue);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown(signal));
if (identity.setupToken !== undefined) log.warn({ link: `${origin()}/setup#${identity.setupToken}` }, 'claim this server');
log.info({ url: listensAt(), data: config.dataPath }, 'listening');

/** Where people reach it. A browser keeps a book for each address, and passkeys work at names only: so there is one address, by name. */
function origin(): string {
  return config.origin ?? (config.host === '127.0.0.1' ? `http://localhost:${served.port}` : listensAt());
}

/** Whom push services turn to when this server troubles them; on a machine of its own there is nobody to turn to. */
function contact(): string {
  return config.origin ?? 'mailto:trader@localhost';
}

function listensAt(): string {
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${served.port}`;
}

function openAndSchedule(id: string, alarm: Alarm): BookOnDisk {
  const book = openBook(id, alarm, {
    data,
    contexts: serverContexts,
    hostJobs: (_, sqlite) => ({
      [BACKUP_JOB]: backupJob({ workspaceId: id, book: sqlite, contexts: serverContexts, shelf, config, log, failed: notify.backupFailed }),
      [REMIND_JOB]: notify.remind(id),
    }),
    observer: observerOf(id),
  });
  book.workspace.requestJob(backupDue(id, shelf, config, systemClock.now()));
  book.workspace.requestJob({ kind: REMIND_JOB, key: id, due_at: systemClock.now() });
  openBooks.set(id, book);
  notify.follow(id);
  return {
    ...book,
    close() {
      openBooks.delete(id);
      book.close();
    },
  };
}

async function removeBook(id: string): Promise<void> {
  await host.retire(id);
  data.removeBook(id);
  shelf.keepNewest(id, 0);
  log.info({ workspace: id }, 'workspace removed');
}

function observerOf(id: string): Observer {
  return {
    committed(answers, elapsedMs) {
      metrics.committed(
        answers.map(({ outcome }) => outcome),
        elapsedMs,
      );
      notify.follow(id);
    },
    takenBack(fault) {
      if (fault instanceof StorageFault) metrics.storageFailed(fault.kind);
    },
    failed: (what, error) => log.error({ err: error, workspace: id }, what),
  };
}

async function shutDown(signal: string): Promise<void> {
  log.info({ signal }, 'closing');
  closing.abort();
  await served.close();
  await notify.close();
  await host.close();
  await endRegistryBackups();
  registry.close();
  lock.release();
  log.info('closed');
}

function endOverdue(): void {
  try {
    identity.endOverdue();
  } catch (error) {
    failed('what is open for those whose time is over was not ended', error);
  }
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
  const serving = await serve(app, { host: config.host, port: config.port, origin: config.origin, streams, sockets });
  return isRefusal(serving) ? fail([serving.sentence]) : serving;
}

function fail(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}
