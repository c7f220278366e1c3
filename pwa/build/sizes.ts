import { buildIfStale } from './buildIfStale.ts';
import { SHELL_LIMIT_KIB, shellKib, weighScripts } from './weights.ts';

/** Part of `npm run check`: prints what each script of the app weighs, and fails when those of the first load weigh too much. */
await buildIfStale();
const scripts = weighScripts();
for (const { name, kib, isShell } of scripts) console.log(`${inKib(kib)}  ${name}${isShell ? ', at first load' : ''}`);
const atFirst = shellKib(scripts);
console.log(`${inKib(atFirst)}  of ${SHELL_LIMIT_KIB} at first load`);
if (atFirst > SHELL_LIMIT_KIB) {
  console.error('The scripts of the first load weigh too much: load what the first screen does not need on demand.');
  process.exitCode = 1;
}

function inKib(kib: number): string {
  return `${kib.toFixed(1).padStart(8)} KiB`;
}
