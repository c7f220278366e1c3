import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFor, EXTENSION } from '../../build/folders.ts';

/** The extension in a browser whose trader has said yes: nobody is there to answer the browser's own question. */
export const ALLOWED = join(EXTENSION, '.output/tried');

export function allowHere(): void {
  rmSync(ALLOWED, { recursive: true, force: true });
  cpSync(builtFor('chrome'), ALLOWED, { recursive: true });
  allow(ALLOWED);
}

/** Everything that is asked for one by one otherwise. */
export function allow(extensionPath: string, changes: object = {}): void {
  const path = join(extensionPath, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['<all_urls>'], ...changes }));
}
