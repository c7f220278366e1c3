import { isRefusal } from '@taffrail/domain/kernel';
import { buildApp } from './app.ts';
import { serverContexts } from './contexts.ts';
import { every, openBook, openHost, ringAt } from './host/index.ts';
import { openStreams, serve } from './http/index.ts';
import { logRequest, openLog, openMetrics, readConfig } from './operations/index.ts';
import { dataFolderAt, DataFolderInUse, lockDataFolder } from './storage/index.ts';
import { StorageFault } from './workspace/index.ts';

/** The one book there is until identity brings more. */
const MAIN_WORKSPACE = 'main';
const CLOSE_IDLE_AFTER_MS = 10 * 60_000;

const config = configOrFail();

const log = openLog(config.logLevel);
const data = dataFolderAt(config.dataPath);
const lock = lockOrFail();
const streams = openStreams(log);

const host = openHost({
  open: (id, alarm) =>
    openBook(id, alarm, {
      data,
      contexts: serverContexts,
      hostJobs: () => ({}),
      observer: {
        committed: (answers, elapsedMs) =>
          metrics.committed(
            answers.map(({ outcome }) => outcome),
            elapsedMs,
          ),
        takenBack(fault) {
          if (!(fault instanceof StorageFault)) return;
          metrics.storageFailed(fault.kind);
          if (fault.kind === 'broken') host.drop(id);
        },
        failed: (what, error) => log.error({ err: error, workspace: id }, what),
      },
    }),
  ringAt,
  every,
  closeAfterIdleMs: CLOSE_IDLE_AFTER_MS,
  elapsedMs: () => performance.now(),
  failed: (what, error) => log.error({ err: error }, what),
});

const metrics = openMetrics({ streamsOpen: () => streams.open, workspacesOpen: () => host.openCount, lastBackupMs: () => undefined });

const app = buildApp({
  admit: () => ({ workspace: host.use(MAIN_WORKSPACE), actor: 'local' }),
  streams,
  log,
  served(request) {
    metrics.answered(request);
    logRequest(log, request);
  },
});

host.use(MAIN_WORKSPACE);
const served = await serveOrFail();
log.info({ url: `http://${config.host}:${served.port}`, data: config.dataPath }, 'listening');

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown(signal));

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

async function serveOrFail() {
  const serving = await serve(app, { host: config.host, port: config.port, streams });
  return isRefusal(serving) ? fail([serving.sentence]) : serving;
}

function lockOrFail() {
  try {
    return lockDataFolder(data.lock);
  } catch (error) {
    if (error instanceof DataFolderInUse) fail([error.message]);
    throw error;
  }
}

function fail(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}
