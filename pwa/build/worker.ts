import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const SRC = join(import.meta.dirname, '../src');

/** Bundles the service worker into one file that knows everything the app is made of. */
export async function buildWorker(folder: string, version: string): Promise<void> {
  await build({
    configFile: false,
    root: SRC,
    publicDir: false,
    logLevel: 'warn',
    define: { TAFFRAIL_VERSION: JSON.stringify(version), SHELL_FILES: JSON.stringify(shellFiles(folder)) },
    build: {
      target: 'es2024',
      outDir: folder,
      emptyOutDir: false,
      reportCompressedSize: false,
      rolldownOptions: { input: join(SRC, 'sw/sw.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
}

/** What only a shop window shows, and what says nothing to the app. */
const LEFT_OUT = /^\.|^screenshots\/|^reset\.html$/;

/** Each address with the hash of what lies there. */
function shellFiles(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const files = names.filter((name) => !LEFT_OUT.test(name) && statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.toSorted().map((name) => [`/${name}`, sha256(readFileSync(join(folder, name)))]));
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
