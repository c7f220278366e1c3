import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale, DIST } from './buildIfStale.ts';

/** Part of `npm run check`: prints what each script of the app weighs as it crosses the wire, and fails when the first ones weigh too much. */
const SHELL_LIMIT_KIB = 80;

/** What vite says of each script it wrote. */
interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: true;
  readonly imports?: readonly string[];
}

await buildIfStale();
const chunks = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as { readonly [key: string]: Chunk };
const shell = withImports('index.html');
const scripts = Object.entries(chunks).filter(([, { file }]) => file.endsWith('.js'));
const lines = scripts.map(([key, { file, name }]) => ({ isShell: shell.has(key), name: name ?? file, kib: kibOf(file) }));
for (const { isShell, name, kib } of lines.toSorted((a, b) => b.kib - a.kib)) {
  console.log(`${kib.toFixed(1).padStart(8)} KiB  ${name}${isShell ? ', at first load' : ''}`);
}
const shellKib = lines.filter(({ isShell }) => isShell).reduce((sum, { kib }) => sum + kib, 0);
console.log(`${shellKib.toFixed(1).padStart(8)} KiB  of ${SHELL_LIMIT_KIB} at first load`);
if (shellKib > SHELL_LIMIT_KIB) {
  console.error(
    `The scripts of the first load weigh ${shellKib.toFixed(1)} KiB, and ${SHELL_LIMIT_KIB} is the limit: load what the first screen does not need on demand.`,
  );
  process.exitCode = 1;
}

/** A script and everything it needs before it can begin. */
function withImports(key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found;
  found.add(key);
  for (const imported of chunks[key]?.imports ?? []) withImports(imported, found);
  return found;
}

function kibOf(file: string): number {
  const path = join(DIST, file);
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size / 1024;
}
