import { basename } from 'node:path';
import { isRefusal } from '@taffrail/domain/kernel';
import { serverContexts } from '../contexts.ts';
import { randomIds, systemClock } from '../host/index.ts';
import { readBackup, readBackupHeader } from '../operations/index.ts';
import { openBlobFolder, openHeadFile, openSqlite, REGISTRY, type BookFiles } from '../storage/index.ts';
import { prepareBook, readHead, renewLogId } from '../workspace/index.ts';
import { fileProblems } from './files.ts';
import { locked } from './locked.ts';
import { sayOwnerless, withConsole } from './registry.ts';
import { restoreRegistry } from './restoreRegistry.ts';
import type { Desk, Verb } from './verb.ts';
import { inspect, isClean, report } from './verify.ts';

/** Puts a backup in the place of what it is of, a book or the registry: unpacked and checked to the last fact first, the old one kept beside. */
export const restoreVerb: Verb = async (desk, backupPath) => {
  if (backupPath === undefined) {
    desk.say('Say which backup: npm run taffrail -- restore <file>.');
    return false;
  }
  return locked(desk, () => restore(desk, backupPath));
};

async function restore(desk: Desk, backupPath: string): Promise<boolean> {
  const header = await readBackupHeader(backupPath);
  if (!isRefusal(header)) return header.workspace_id === REGISTRY ? restoreRegistry(desk, backupPath) : restoreBook(desk, backupPath);
  desk.say(header.sentence);
  return false;
}

async function restoreBook(desk: Desk, backupPath: string): Promise<boolean> {
  const { config, data, workspaceId, say } = desk;
  const incoming = data.prepareIncoming(workspaceId);
  const header = await readBackup(
    backupPath,
    { sqlitePath: incoming.book, blobs: openBlobFolder(incoming.blobs) },
    config.backupPassphrase,
  );
  if (isRefusal(header)) {
    say(header.sentence);
    return false;
  }
  if (!(await checkIncoming(incoming, header.head, say))) {
    say('The backup is not whole; the present book was left as it is.');
    return false;
  }
  putInPlace(desk);
  say(
    `Restored ${header.head.seq} facts of ${header.workspace_id}, backed up at ${header.made_at}. Devices will load their snapshots anew.`,
  );
  const { head, workspace_id, made_at } = header;
  recordArrival(desk, 'workspace_restored', { from: basename(backupPath), backup_of: workspace_id, made_at, facts: head.seq });
  return true;
}

async function checkIncoming(incoming: BookFiles, head: ReturnType<typeof readHead>, say: Desk['say']): Promise<boolean> {
  const sqlite = openSqlite(incoming.book, { mustExist: true });
  try {
    prepareBook(sqlite.sql, serverContexts, randomIds().next);
    const inspection = inspect(sqlite, head);
    // A picture that is lost is no reason to go without the facts.
    for (const problem of await fileProblems(sqlite.sql, openBlobFolder(incoming.blobs), systemClock.now())) say(problem);
    return isClean(inspection) || report(inspection, say);
  } finally {
    sqlite.close();
  }
}

/** The book that lies ready becomes a log of its own, with its head noted, and takes the present one's place. */
export function putInPlace({ data, workspaceId, say }: Desk): void {
  const incoming = data.incomingOf(workspaceId);
  const sqlite = openSqlite(incoming.book, { mustExist: true });
  const head = openHeadFile(incoming.head);
  renewLogId(sqlite.sql, randomIds().next());
  head.write(readHead(sqlite.sql));
  head.close();
  sqlite.close();
  const kept = data.replaceBook(workspaceId, systemClock.now().replaceAll(/[:.]/g, '-'));
  if (kept !== undefined) say(`The book that was there is kept in ${kept}.`);
}

/** A book that came by other ways than its own facts: the record says how, and whoever is at the machine hears when nobody owns it. */
export function recordArrival(
  desk: Desk,
  type: 'workspace_restored' | 'workspace_imported',
  details: { [name: string]: string | number },
): void {
  const { workspaceId } = desk;
  withConsole(desk, (console) => {
    console.note(type, workspaceId, details);
    sayOwnerless(desk, console, [workspaceId]);
  });
}
