import { StorageFault } from '../workspace/index.ts';

type Kind = StorageFault['kind'];

/** SQLite's primary result codes that blame the storage rather than the statement. */
const KIND_OF_CODE: { readonly [code: string]: Kind } = {
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_PROTOCOL: 'busy',
  SQLITE_FULL: 'full',
  SQLITE_NOMEM: 'broken',
  SQLITE_READONLY: 'broken',
  SQLITE_IOERR: 'broken',
  SQLITE_CORRUPT: 'broken',
  SQLITE_CANTOPEN: 'broken',
  SQLITE_NOTADB: 'broken',
};

/** Codes that may hide a full disk. A failed fsync is not among them: its pages may be gone, and room does not bring them back. */
const MAY_BE_FULL = /^SQLITE_(CANTOPEN|IOERR(?!_FSYNC|_DIR_FSYNC))/;

const SENTENCES: Record<Kind, string> = {
  full: 'There is no room left where the book is kept; free some space and try again.',
  busy: 'Another program is holding the book; try again in a moment.',
  broken: 'The book could not be read or written and must be opened anew.',
};

/** `isFull` is asked only where the code leaves it open. Undefined: the storage is not to blame. */
export function faultOfCode(code: string, cause: Error, isFull: () => boolean): StorageFault | undefined {
  const kind = KIND_OF_CODE[code.split('_', 2).join('_')];
  if (!kind) return undefined;
  return storageFault(MAY_BE_FULL.test(code) && isFull() ? 'full' : kind, cause);
}

export function storageFault(kind: Kind, cause: Error): StorageFault {
  return new StorageFault(kind, `${SENTENCES[kind]} (${cause.message})`, { cause });
}
