import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { msOf } from '@taffrail/domain/kernel';
import type { Blobs } from '../workspace/index.ts';
import { createFolderDurably, syncFolder } from './durableFile.ts';
import { storageFault } from './faults.ts';

const NAME = /^[0-9a-f]{64}(?:\.[a-z]+)?$/;
/** Files a folder lists them by, so that no folder grows long. */
const PREFIX_CHARS = 2;

/** Blobs as files of a folder, `ab/cdef…`. What a broken-off write leaves behind is collected like anything nobody keeps. */
export function openBlobFolder(folder: string): Blobs {
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new RangeError(`${JSON.stringify(name.slice(0, 80))} is not the name of a file that is kept by its hash.`);
    return join(folder, name.slice(0, PREFIX_CHARS), name.slice(PREFIX_CHARS));
  };

  return {
    async read(name) {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
      }
    },

    holds: async (name) => existsSync(pathOf(name)),

    async write(name, bytes) {
      const path = pathOf(name);
      try {
        await writeDurably(path, bytes);
      } catch (error) {
        if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') throw storageFault('full', error as Error);
        throw error;
      }
    },

    async heldBytes() {
      let total = 0;
      for await (const { path } of filesIn(folder)) total += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      return total;
    },

    async collect(isKept, writtenBefore) {
      for await (const { name, path } of filesIn(folder)) if (!isKept(name)) removeIfOlder(path, msOf(writtenBefore));
    },
  };
}

/** Under another name until it is on the disk, so that a name only ever stands for all of its bytes. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`;
  createFolderDurably(dirname(path));
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

async function* filesIn(folder: string): AsyncGenerator<{ readonly name: string; readonly path: string }> {
  for (const prefix of await namesIn(folder)) {
    for (const rest of await namesIn(join(folder, prefix))) yield { name: prefix + rest, path: join(folder, prefix, rest) };
  }
}

/** Without a pause between looking and removing, in which somebody might have written it again. */
function removeIfOlder(path: string, thanMs: number): void {
  const writtenMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (writtenMs !== undefined && writtenMs < thanMs) rmSync(path, { force: true });
}

const namesIn = async (folder: string): Promise<string[]> => (existsSync(folder) ? readdir(folder) : []);

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
