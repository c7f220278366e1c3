import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isRefusal } from '@taffrail/domain/kernel';
import { serverContexts } from '../contexts.ts';
import { randomIds, sha256, systemClock } from '../host/index.ts';
import { openBlobFolder, openSqlite } from '../storage/index.ts';
import { countDocuments, importBook, prepareBook, readHead } from '../workspace/index.ts';
import { DOCUMENTS_FILE, FACTS_FILE, RECEIPTS_FILE } from './exportBook.ts';
import { fileProblems, importFilesFrom } from './files.ts';
import { readLines } from './jsonLines.ts';
import { locked } from './locked.ts';
import { putInPlace, recordArrival } from './restore.ts';
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
  const { workspaceId, say } = desk;
  const present = contentsOf(desk);
  if (present.facts + present.documents > 0) {
    say(
      `Workspace ${workspaceId} holds ${present.facts} facts and ${present.documents} documents already; an import goes into an empty one. Name another with --workspace.`,
    );
    return false;
  }
  const imported = await fillIncoming(desk, folder);
  if (!imported) return false;
  putInPlace(desk);
  say(`${imported.facts} facts and ${imported.files} files imported into ${workspaceId}.`);
  recordArrival(desk, 'workspace_imported', { from: basename(resolve(folder)), ...imported });
  return true;
}

/** Undefined where the export is not whole, which is said. */
async function fillIncoming({ data, workspaceId, say }: Desk, folder: string): Promise<{ facts: number; files: number } | undefined> {
  const incoming = data.prepareIncoming(workspaceId);
  const sqlite = openSqlite(incoming.book);
  try {
    const parts = { sql: sqlite.sql, contexts: serverContexts, sha256, nextId: randomIds().next };
    const head = importBook(parts, {
      facts: readLines(join(folder, FACTS_FILE)),
      receipts: readLines(join(folder, RECEIPTS_FILE)),
      // An export made before there were documents has no file of them.
      documents: existsSync(join(folder, DOCUMENTS_FILE)) ? readLines(join(folder, DOCUMENTS_FILE)) : [],
    });
    if (isRefusal(head)) {
      say(head.sentence);
      return undefined;
    }
    const inspection = inspect(sqlite, head);
    if (!isClean(inspection)) {
      report(inspection, say);
      return undefined;
    }
    const blobs = openBlobFolder(incoming.blobs);
    const files = await importFilesFrom(folder, blobs);
    for (const problem of await fileProblems(sqlite.sql, blobs, systemClock.now())) say(problem);
    return { facts: head.seq, files };
  } finally {
    sqlite.close();
  }
}

function contentsOf({ data, workspaceId }: Desk): { readonly facts: number; readonly documents: number } {
  const { book } = data.filesOf(workspaceId);
  if (!existsSync(book)) return { facts: 0, documents: 0 };
  const sqlite = openSqlite(book, { mustExist: true });
  try {
    prepareBook(sqlite.sql, serverContexts, randomIds().next);
    return { facts: readHead(sqlite.sql).seq, documents: countDocuments(sqlite.sql) };
  } finally {
    sqlite.close();
  }
}
