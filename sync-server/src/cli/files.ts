import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@taffrail/domain/kernel';
import { serverContexts } from '../contexts.ts';
import { blobsOf, type Blobs, type ReadSql } from '../workspace/index.ts';

const FILES_FOLDER = 'attachments';

/** Holds every file the book speaks of against its name, and says which are not what they should be. */
export async function fileProblems(sql: ReadSql, blobs: Blobs, now: Instant): Promise<string[]> {
  const problems: string[] = [];
  for (const { name } of blobsOf(serverContexts, sql, now)) {
    const bytes = await blobs.read(name);
    if (!bytes) problems.push(`The attached file ${name} is missing.`);
    else if (hash('sha256', bytes) !== name) problems.push(`The attached file ${name} is not what was attached.`);
  }
  return problems;
}

/** Copies what the book speaks of, each under a name that programs know what to do with. */
export async function exportFilesTo(folder: string, sql: ReadSql, blobs: Blobs, now: Instant): Promise<number> {
  let count = 0;
  for (const { name, ending } of blobsOf(serverContexts, sql, now)) {
    const bytes = await blobs.read(name);
    if (!bytes) continue;
    mkdirSync(join(folder, FILES_FOLDER), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, FILES_FOLDER, `${name}.${ending}`), bytes, { flag: 'wx', mode: 0o600 });
    count += 1;
  }
  return count;
}

/** Takes the files of an export by what they hold; what was renamed or altered has lost its place, and nobody speaks of it. */
export async function importFilesFrom(folder: string, blobs: Blobs): Promise<number> {
  const files = join(folder, FILES_FOLDER);
  const names = existsSync(files) ? readdirSync(files) : [];
  let count = 0;
  for (const name of names) {
    const bytes = readFileSync(join(files, name));
    const hashed = hash('sha256', bytes);
    if (!name.startsWith(`${hashed}.`)) continue;
    await blobs.write(hashed, bytes);
    count += 1;
  }
  return count;
}
