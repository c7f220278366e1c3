import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'wxt';
import { builtFor, EXTENSION } from './folders.ts';

/** Part of `npm run check`: what the extension brings into a page, and all that its panel loads, from the first frame to the last verdict. */
const LIMITS_KIB = { reader: 15, panel: 90 } as const;

await build({ root: EXTENSION, browser: 'chrome', manifestVersion: 3 });
const folder = builtFor('chrome');
const weights = { reader: weightOf(['reader.js']), panel: weightOf(scriptsOf('sidepanel.html')) };
for (const [part, limit] of Object.entries(LIMITS_KIB) as [keyof typeof LIMITS_KIB, number][]) {
  console.log(`${weights[part].toFixed(1).padStart(8)} KiB  of ${limit} for the ${part} of the extension`);
  if (weights[part] > limit) {
    console.error(`The ${part} of the extension weighs too much: what it does not show, the worker can do.`);
    process.exitCode = 1;
  }
}

/** A page's scripts and all they import, at once or later. */
function scriptsOf(page: string): readonly string[] {
  const found = new Set<string>();
  const named = [...readFileSync(join(folder, page), 'utf8').matchAll(/(?:src|href)="\/([^"]+\.js)"/g)];
  const take = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) take(`chunks/${imported}`);
  };
  for (const [, name] of named) if (name !== undefined) take(name);
  return [...found];
}

function weightOf(names: readonly string[]): number {
  const bytes = names
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length);
  return bytes.reduce((sum, each) => sum + each, 0) / 1024;
}
