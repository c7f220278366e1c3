import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes an empty file that only its owner can read, and whose name survives a power cut: a file is found again
 * only when the folder that lists it was synced too, and so on up to the first folder that was there before.
 * False where it exists already.
 */
export function createFileDurably(path: string): boolean {
  createFolderDurably(dirname(path));
  const file = openNew(path);
  if (file === undefined) return false;
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(dirname(path));
  return true;
}

/** All of it or nothing: under another name until it is on the disk. Only its owner can read it. */
export function writeFileDurably(path: string, text: string): void {
  createFolderDurably(dirname(path));
  writeFileSync(`${path}.partial`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.partial`, path);
  syncFolder(dirname(path));
}

export function createFolderDurably(path: string): void {
  const firstMade = mkdirSync(resolve(path), { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return;
  for (let made = resolve(path); made.length >= firstMade.length; made = dirname(made)) syncFolder(dirname(made));
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function syncFolder(path: string): void {
  // Windows has no such call, and does not need it.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function openNew(path: string): number | undefined {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}
