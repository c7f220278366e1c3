import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openHeadFile, openSqlite, type DataFolder, type SqliteBook } from '../storage/index.ts';
import type { Head } from '../workspace/index.ts';

/** A book as it stood a moment ago, with what its witness remembered before that. */
export interface BookCopy {
  readonly sqlite: SqliteBook;
  readonly witnessed: Head | undefined;
}

/** Looks at a copy, so that a server may go on using the book: the copy is of one moment, and nobody waits for the look. */
export async function withCopy<T>(data: DataFolder, workspaceId: string, look: (copy: BookCopy) => T | Promise<T>): Promise<T | undefined> {
  const files = data.filesOf(workspaceId);
  if (!existsSync(files.book)) return undefined;
  const folder = mkdtempSync(join(data.path, '.look-'));
  try {
    // The witness first: it may lag behind the copy, and must never seem to lead.
    const witnessed = readWitness(files.head);
    const copyPath = join(folder, 'book.sqlite');
    await copyBook(files.book, copyPath);
    const sqlite = openSqlite(copyPath, { mustExist: true });
    try {
      return await look({ sqlite, witnessed });
    } finally {
      sqlite.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readWitness(path: string): Head | undefined {
  if (!existsSync(path)) return undefined;
  const head = openHeadFile(path);
  try {
    return head.read();
  } finally {
    head.close();
  }
}

async function copyBook(from: string, to: string): Promise<void> {
  const book = openSqlite(from, { mustExist: true });
  try {
    await book.backupTo(to);
  } finally {
    book.close();
  }
}
