import { serverContexts } from '../src/contexts.ts';
import { openBook as openBookOnDisk, sha256, type BookOnDisk } from '../src/host/index.ts';
import { dataFolderAt, openHeadFile, openMemory, openSqlite, type BookFiles } from '../src/storage/index.ts';
import { verify } from '../src/workspace/index.ts';

/** The server's only book, so that what a suite does to its files and over HTTP concerns the same one. */
const MAIN = 'main';

export const filesIn = (dataPath: string): BookFiles => dataFolderAt(dataPath).filesOf(MAIN);

/** The book as the server opens it, without a server around it. */
export function openBook(dataPath: string): BookOnDisk {
  return openBookOnDisk(
    MAIN,
    { set: () => {} },
    {
      data: dataFolderAt(dataPath),
      contexts: serverContexts,
      observer: { committed: () => {}, takenBack: () => {}, failed: () => {} },
      hostJobs: () => ({}),
    },
  );
}

export async function usingBook<T>(dataPath: string, use: (book: BookOnDisk) => T | Promise<T>): Promise<T> {
  const book = openBook(dataPath);
  try {
    return await use(book);
  } finally {
    book.close();
  }
}

/** What `verify` and SQLite itself find wrong with a book that nobody has open, in sentences; none when it is sound. */
export function findingsIn(dataPath: string): string[] {
  using open = new DisposableStack();
  const closing = <T extends { close(): void }>(resource: T): T => open.adopt(resource, ({ close }) => close());
  try {
    const { book, head } = filesIn(dataPath);
    const sqlite = closing(openSqlite(book, { mustExist: true }));
    const witnessed = closing(openHeadFile(head)).read();
    const scratch = closing(openMemory());
    const { findings } = verify({ sql: sqlite.sql, contexts: serverContexts, witnessed, sha256, scratch: scratch.sql });
    return [...findings.map(({ sentence }) => sentence), ...sqlite.integrity()];
  } catch (error) {
    return [`The book cannot be opened: ${String(error)}`];
  }
}
