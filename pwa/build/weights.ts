import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './buildIfStale.ts';

/** What the scripts of the first load may weigh together. */
export const SHELL_LIMIT_KIB = 80;

export interface Weighed {
  readonly name: string;
  /** As it crosses the wire to whoever takes gzip. */
  readonly kib: number;
  /** Needed before the app can begin; all others are loaded beside it or on demand. */
  readonly isShell: boolean;
}

/** What vite says of each file it wrote. */
interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
}

type Chunks = { readonly [key: string]: Chunk };

/** Every script of the app as it was built, the heaviest first. */
export function weighScripts(): readonly Weighed[] {
  const chunks = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Chunks;
  const shell = withImports(chunks, 'index.html');
  return Object.entries(chunks)
    .filter(([, { file }]) => file.endsWith('.js'))
    .map(([key, { file, name = file }]) => ({ name, kib: kibOf(file), isShell: shell.has(key) }))
    .toSorted((a, b) => b.kib - a.kib);
}

export const shellKib = (scripts: readonly Weighed[]): number =>
  scripts.filter(({ isShell }) => isShell).reduce((sum, { kib }) => sum + kib, 0);

/** A script and everything it needs before it can begin. */
function withImports(chunks: Chunks, key: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(key)) return found;
  found.add(key);
  for (const imported of chunks[key]?.imports ?? []) withImports(chunks, imported, found);
  return found;
}

function kibOf(file: string): number {
  const path = join(DIST, file);
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size / 1024;
}
