import { existsSync } from 'node:fs';
import { systemClock } from '../host/index.ts';
import { openConsole, registryFigures, type Console } from '../identity/index.ts';
import { keyFile, openPersonVault } from '../secrets/index.ts';
import { openSqlite, type DataFolder, type SqliteBook } from '../storage/index.ts';
import { StorageFault, type Sql } from '../workspace/index.ts';
import type { Desk } from './verb.ts';

/** A server that is writing is done long before. */
const BUSY_TIMEOUT_MS = 5_000;

/** The registry in the hands of whoever sits at the machine, also beside a running server. Undefined where it cannot be used, which is said. */
export function withConsole<T>({ data, say }: Desk, work: (console: Console) => T): T | undefined {
  try {
    const sqlite = openSqlite(data.registry, { busyTimeoutMs: BUSY_TIMEOUT_MS });
    try {
      return work(consoleOver(data, sqlite.sql));
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    say(`The registry cannot be used (${error.message}). If it is damaged, restore it from a backup as well.`);
    return undefined;
  }
}

export const consoleOver = ({ secretKey }: DataFolder, sql: Sql): Console =>
  openConsole(sql, systemClock, (userId) => openPersonVault(keyFile(secretKey), userId));

/** Says which books nobody can open, though the server has people. */
export function sayOwnerless({ say }: Desk, console: Console, workspaceIds: readonly string[]): void {
  for (const id of console.ownerless(workspaceIds)) {
    say(`Workspace ${id} belongs to nobody yet; give it to somebody: npm run taffrail -- adopt <name> --workspace ${id}`);
  }
}

/** What is wrong with the registry; empty when nothing, or where there is none. */
export function inspectRegistry(path: string): { readonly problems: readonly string[]; readonly summary: string } | undefined {
  if (!existsSync(path)) return undefined;
  const sqlite = openSqlite(path, { mustExist: true, busyTimeoutMs: BUSY_TIMEOUT_MS });
  try {
    return inspected(sqlite);
  } finally {
    sqlite.close();
  }
}

function inspected(sqlite: SqliteBook) {
  const damage = sqlite.integrity().map((sentence) => `The registry is damaged: ${sentence}.`);
  if (damage.length > 0) return { problems: damage, summary: '' };
  const { people, records, lastRecord } = registryFigures(sqlite.sql);
  const gap = `The registry has ${records} records, and the last is number ${lastRecord}: some were taken away.`;
  return { problems: records === lastRecord ? [] : [gap], summary: `The registry: ${people} people, ${records} records.` };
}
