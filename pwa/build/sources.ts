import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What the built app follows from. */
const SOURCES = [
  'core',
  'pwa/src',
  'pwa/public',
  'pwa/build',
  'pwa/index.html',
  'pwa/reset.html',
  'pwa/vite.config.ts',
  'pwa/tsconfig.json',
  'pwa/package.json',
  'package-lock.json',
  'tsconfig.base.json',
];

const NO_SOURCE = /(?:^|\/)(?:node_modules|testing)(?:\/|$)|\.(?:test|laws)\.tsx?$/;

/** Tells one state of the sources from another, by what is in the files and not by when they were written. */
export function fingerprintOfSources(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesAt).toSorted())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

function filesAt(path: string): string[] {
  if (NO_SOURCE.test(path)) return [];
  if (statSync(join(ROOT, path)).isFile()) return [path];
  return readdirSync(join(ROOT, path)).flatMap((name) => filesAt(`${path}/${name}`));
}
