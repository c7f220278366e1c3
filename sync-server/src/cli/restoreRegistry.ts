import { basename } from 'node:path';
import { isRefusal } from '@taffrail/domain/kernel';
import { systemClock } from '../host/index.ts';
import { readBackup } from '../operations/index.ts';
import { openSqlite } from '../storage/index.ts';
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
function beginAnew({ data }: Desk, sqlitePath: string, details: { readonly from: string; readonly made_at: string }) {
  const sqlite = openSqlite(sqlitePath, { mustExist: true });
  try {
    return consoleOver(data, sqlite.sql).beginAnew(details);
  } finally {
    sqlite.close();
  }
}
