import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { msOf, type Instant } from '@taffrail/domain/kernel';

/** Named after the workspace, or `_registry`, and the moment, so that a listing says what there is, in order. */
const NAME = /^(_?[a-z0-9][a-z0-9-]*)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.taffrail$/;
const LEFTOVER = /^\.copy-|\.partial$/;
/** No backup takes this long, so what is older was left by one that was broken off. */
const LEFTOVER_AFTER_MS = 24 * 3_600_000;

export interface ShelvedBackup {
  readonly path: string;
  /** `REGISTRY` where it is the registry that was backed up. */
  readonly workspaceId: string;
  readonly madeAt: Instant;
}

/** The folder that backups are kept in. Other files there are left alone. */
export interface BackupShelf {
  pathFor(workspaceId: string, madeAt: Instant): string;
  /** Where the bare copy of a book lies while it is being packed. */
  copyPathFor(workspaceId: string, madeAt: Instant): string;
  /** Newest first. */
  backupsOf(workspaceId: string): ShelvedBackup[];
  /** Of any workspace. */
  newest(): ShelvedBackup | undefined;
  /** Removes all but the newest of a workspace. */
  keepNewest(workspaceId: string, count: number): void;
  /** Removes what broken-off backups left behind: bare copies should not lie about. */
  removeLeftovers(now: Instant): void;
}

export function backupShelfIn(folder: string): BackupShelf {
  const names = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);
  const all = (): ShelvedBackup[] =>
    names()
      .flatMap((name) => shelved(folder, name))
      .toSorted((a, b) => msOf(b.madeAt) - msOf(a.madeAt));
  const backupsOf = (workspaceId: string): ShelvedBackup[] => all().filter((backup) => backup.workspaceId === workspaceId);

  return {
    pathFor: (workspaceId, madeAt) => join(folder, `${workspaceId}-${stampOf(madeAt)}.taffrail`),
    copyPathFor: (workspaceId, madeAt) => join(folder, `.copy-${workspaceId}-${stampOf(madeAt)}.sqlite`),
    backupsOf,
    newest: () => all()[0],
    keepNewest(workspaceId, count) {
      for (const { path } of backupsOf(workspaceId).slice(count)) rmSync(path, { force: true });
    },
    removeLeftovers(now) {
      for (const name of names().filter((candidate) => LEFTOVER.test(candidate))) {
        const path = join(folder, name);
        const changedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
        if (changedMs < msOf(now) - LEFTOVER_AFTER_MS) rmSync(path, { force: true });
      }
    },
  };
}

function shelved(folder: string, name: string): ShelvedBackup[] {
  const [, workspaceId, year, month, day, hour, minute, second, ms] = NAME.exec(name) ?? [];
  if (workspaceId === undefined) return [];
  return [{ path: join(folder, name), workspaceId, madeAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z` }];
}

const stampOf = (madeAt: Instant): string => madeAt.replaceAll(/[-:.]/g, '');
