import { hash } from 'node:crypto';
import type { Command } from '@taffrail/domain/kernel';
import { serverContexts } from '../src/contexts.ts';
import { openBook } from '../src/host/index.ts';
import { dataFolderAt, openMemory, openSqlite } from '../src/storage/index.ts';
import { rebuild, verify } from '../src/workspace/index.ts';
import { inScratchFolder } from '../faults/scratch.ts';
import type { Figure } from './figure.ts';
import { nextId, openBenchAccount, roundTrip } from './trades.ts';

const FACTS = 100_000;
const TRIPS_A_BATCH = 30;

/** All states and tables folded from the facts again, beside the time it takes just to read and parse those facts. */
export const rebuildTables = (): Promise<Figure[]> => inScratchFolder(measureIn);

async function measureIn(dataPath: string): Promise<Figure[]> {
  const data = dataFolderAt(dataPath);
  await fillBook(data);
  const sqlite = openSqlite(data.filesOf('main').book);
  const readMs = timeMs(() => {
    for (const { payload } of sqlite.sql.all<{ payload: string }>('SELECT * FROM fact ORDER BY event_seq')) JSON.parse(payload);
  });
  let facts = 0;
  const rebuildMs = timeMs(() => {
    facts = rebuild(sqlite.sql, serverContexts);
  });
  const scratch = openMemory();
  const { findings } = verify({
    sql: sqlite.sql,
    contexts: serverContexts,
    witnessed: undefined,
    sha256: (text) => hash('sha256', text),
    scratch: scratch.sql,
  });
  scratch.close();
  sqlite.close();
  const differing = findings.filter(({ code }) => code !== 'head_differs');
  if (differing.length > 0) throw new Error(`the rebuilt tables differ: ${differing[0]?.sentence}`);
  return [
    {
      name: `rebuild all tables from ${facts} facts`,
      value: rebuildMs,
      unit: 'ms',
      reference: 'reading and parsing the facts',
      ratio: rebuildMs / readMs,
    },
  ];
}

async function fillBook(data: ReturnType<typeof dataFolderAt>): Promise<void> {
  const observer = { committed: () => {}, takenBack: () => {}, failed: (what: string, error: unknown) => console.error(what, error) };
  const book = openBook('main', { set: () => {} }, { data, contexts: serverContexts, observer, hostJobs: () => ({}) });
  const accountId = nextId();
  await book.workspace.submit(openBenchAccount(accountId) as Command, 'bench');
  while (book.workspace.lastSeq < FACTS) {
    const commands = Array.from({ length: TRIPS_A_BATCH }, () => roundTrip(accountId)).flat();
    await book.workspace.submitInOrder(commands as Command[], 'bench');
  }
  book.close();
}

function timeMs(work: () => void): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}
