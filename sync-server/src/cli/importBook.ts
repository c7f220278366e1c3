import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '@taffrail/domain/kernel';
import { serverContexts } from '../contexts.ts';
import { randomIds, sha256, systemClock } from '../host/index.ts';
import { openBlobFolder, openSqlite } from '../storage/index.ts';
import { importBook, readHead } from '../workspace/index.ts';
import { FACTS_FILE, RECEIPTS_FILE } from './exportBook.ts';
import { fileProblems, importFilesFrom } from './files.ts';
import { readLines } from './jsonLines.ts';
import { locked } from './locked.ts';
import { putInPlace } from './restore.ts';
import type { Desk, Verb } from './verb.ts';
import { inspect, isClean, report } from './verify.ts';

/** Fills an empty workspace from an export. */
export const importVerb: Verb = async (desk, folder) => {
  if (folder === undefined || !existsSync(join(folder, FACTS_FILE)) || !existsSync(join(folder, RECEIPTS_FILE))) {
    desk.say(`Say which export: npm run taffrail -- import <folder>, the folder with ${FACTS_FILE} and ${RECEIPTS_FILE}.`);
    return false;
  }
  return locked(desk, async () => importFrom(desk, folder));
};

async function importFrom(desk: Desk, folder: string): Promise<boolean> {
  const { data, workspaceId, say } = desk;
  const present = factsIn(desk);
  if (present > 0) {
    say(`Workspace ${workspaceId} holds ${present} facts already; an import goes into an empty one. Name another with --workspace.`);
    return false;
  }
  const incoming = data.prepareIncoming(workspaceId);
  const sqlite = openSqlite(incoming.book);
  try {
    const parts = { sql: sqlite.sql, contexts: serverContexts, sha256, nextId: randomIds().next };
    const head = importBook(parts, readLines(join(folder, FACTS_FILE)), readLines(join(folder, RECEIPTS_FILE)));
    if (isRefusal(head)) {
      say(head.sentence);
      return false;
    }
    const inspection = inspect(sqlite, head);
    if (!isClean(inspection)) return report(inspection, say);
    const blobs = openBlobFolder(incoming.blobs);
    const files = await importFilesFrom(folder, blobs);
    for (const problem of await fileProblems(sqlite.sql, blobs, systemClock.now())) say(problem);
    say(`${head.seq} facts and ${files} files imported into ${workspaceId}.`);
  } finally {
    sqlite.close();
  }
  putInPlace(desk);
  return true;
}

function factsIn({ data, workspaceId }: Desk): number {
  const { book } = data.filesOf(workspaceId);
  if (!existsSync(book)) return 0;
  const sqlite = openSqlite(book, { mustExist: true });
  try {
    return readHead(sqlite.sql).seq;
  } finally {
    sqlite.close();
  }
}
