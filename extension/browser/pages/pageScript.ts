import { join } from 'node:path';
import { build, type Rollup } from 'vite';

let built: Promise<string> | undefined;

/** What the extension does in a page, as one script, made as its build makes it. */
export function pageScript(): Promise<string> {
  built ??= make();
  return built;
}

async function make(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2024', lib: { entry: join(import.meta.dirname, 'inPage.ts'), formats: ['iife'], name: 'inPage' } },
  });
  const [output] = made as Rollup.RollupOutput[];
  return output?.output[0].code ?? '';
}
