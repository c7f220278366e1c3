import { keyFile, openVault } from '../secrets/index.ts';
import { openBlobFolder, openHeadFile, openSqlite, type DataFolder, type SqliteBook } from '../storage/index.ts';
import { openWorkspace, type Alarm, type JobHandler, type Observer, type ServerContext } from '../workspace/index.ts';
import type { OpenBook } from './host.ts';
import { afterThisTick, randomIds, sha256, systemClock } from './nodePorts.ts';
import { watchedSql } from './watchedSql.ts';

export interface BookParts {
  readonly data: DataFolder;
  readonly contexts: readonly ServerContext[];
  readonly observer: Observer;
  /** Work of the host on this book, such as its backups. */
  readonly hostJobs: (id: string, sqlite: SqliteBook) => { readonly [kind: string]: JobHandler };
}

export interface BookOnDisk extends OpenBook {
  readonly sqlite: SqliteBook;
}

/** A workspace over its files: everything the ports ask for, taken from this machine. */
export function openBook(id: string, alarm: Alarm, { data, contexts, observer, hostJobs }: BookParts): BookOnDisk {
  const files = data.filesOf(id);
  const sqlite = openSqlite(files.book);
  try {
    const head = openHeadFile(files.head);
    try {
      const { sql, isBroken } = watchedSql(sqlite.sql);
      const ports = {
        sql,
        head,
        blobs: openBlobFolder(files.blobs),
        vault: openVault(keyFile(data.secretKey), id),
        clock: systemClock,
        ids: randomIds(),
        sha256,
        alarm,
        defer: afterThisTick,
      };
      const workspace = openWorkspace({ contexts, ports, hostJobs: hostJobs(id, sqlite), observer });
      const close = (): void => {
        workspace.close();
        sqlite.close();
        head.close();
      };
      return { workspace, sqlite, isBroken, close };
    } catch (error) {
      head.close();
      throw error;
    }
  } catch (error) {
    sqlite.close();
    throw error;
  }
}
