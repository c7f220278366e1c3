import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { isRefusal } from '@taffrail/domain/kernel';
import { systemClock } from '../host/index.ts';
import { recordsFrom, registryFigures, type AuditRow } from '../identity/index.ts';
import { readBackup } from '../operations/index.ts';
import { openSqlite } from '../storage/index.ts';
import { StorageFault } from '../workspace/index.ts';
import { consoleOver, inspectRegistry, sayOwnerless, withConsole } from './registry.ts';
import type { Desk } from './verb.ts';

/** Puts a backup in the place of the registry. Everybody is signed out by it, and every device has to be paired again. */
export async function restoreRegistry(desk: Desk, backupPath: string): Promise<boolean> {
  const { config, data, say } = desk;
  const sqlitePath = data.prepareIncomingRegistry();
  const noFiles = { write: () => Promise.resolve() };
  const header = await readBackup(backupPath, { sqlitePath, blobs: noFiles }, config.backupPassphrase);
  if (isRefusal(header)) {
    say(header.sentence);
    return false;
  }
  const problems = inspectRegistry(sqlitePath)?.problems ?? [];
  if (problems.length > 0) {
    for (const problem of problems) say(problem);
    say('The backup is not whole; the present registry was left as it is.');
    return false;
  }
  const { sessions, devices, invitations } = beginAnew(desk, sqlitePath, { from: basename(backupPath), made_at: header.made_at });
  const kept = data.replaceRegistry(systemClock.now().replaceAll(/[:.]/g, '-'));
  if (kept !== undefined) say(`The registry that was there is kept in ${kept}.`);
  say(
    `Restored the registry, backed up at ${header.made_at}, and ended ${sessions} sessions, ${devices} devices and ${invitations} invitations: ` +
      'sign in and pair again. Passwords, passkeys, recovery codes and members are as they were then.',
  );
  withConsole(desk, (console) => sayOwnerless(desk, console, data.workspaceIds()));
  return true;
}

/** On the registry that lies ready, so that it is never in its place as it was. */
function beginAnew(desk: Desk, sqlitePath: string, details: { readonly from: string; readonly made_at: string }) {
  const sqlite = openSqlite(sqlitePath, { mustExist: true });
  try {
    const present = recordsOfPresent(desk, registryFigures(sqlite.sql).lastRecord);
    return consoleOver(desk.data, sqlite.sql).beginAnew(details, present);
  } finally {
    sqlite.close();
  }
}

/** From the last entry that the backup has. A registry too damaged to be read is no reason not to restore another. */
function recordsOfPresent({ data, say }: Desk, lastRecord: number): AuditRow[] {
  if (!existsSync(data.registry)) return [];
  try {
    const sqlite = openSqlite(data.registry, { mustExist: true });
    try {
      return recordsFrom(sqlite.sql, lastRecord);
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    say(`What the present registry has on record since the backup cannot be read (${error.message}) and is not in the restored one.`);
    return [];
  }
}
