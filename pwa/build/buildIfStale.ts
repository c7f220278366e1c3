import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { compressAll } from './compress.ts';
import { manifest } from './manifest.ts';
import { fingerprintOfSources } from './sources.ts';
import { buildWorker } from './worker.ts';

const PWA = join(import.meta.dirname, '..');
const { version: release } = JSON.parse(readFileSync(join(PWA, 'package.json'), 'utf8')) as { version: string };

/** Where the built app lies. The server serves what is here when it starts. */
export const DIST = join(PWA, 'dist');
/** Says from which sources it was built. */
const STAMP = '.sources';

/** Builds the app where its sources are not those it was last built from. Returns whether it did. */
export async function buildIfStale(): Promise<boolean> {
  const sources = fingerprintOfSources();
  if (isBuiltFrom(sources)) return false;
  const folder = mkdtempSync(`${DIST}-`);
  try {
    await buildInto(folder, sources);
    putInPlace(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return true;
}

function isBuiltFrom(sources: string): boolean {
  const stamp = join(DIST, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
}

async function buildInto(folder: string, sources: string): Promise<void> {
  const version = `${release}+${sources.slice(0, 7)}`;
  const define = { TAFFRAIL_VERSION: JSON.stringify(version) };
  await build({ configFile: join(PWA, 'vite.config.ts'), define, build: { outDir: folder, emptyOutDir: true } });
  writeFileSync(join(folder, 'manifest.webmanifest'), JSON.stringify(manifest));
  await buildWorker(folder, version);
  await compressAll(folder);
  writeFileSync(join(folder, STAMP), sources);
}

/** Whoever builds at the same time built from the same sources or from newer ones; a server reads it all at its start. */
function putInPlace(folder: string): void {
  const before = mkdtempSync(`${DIST}-`);
  if (existsSync(DIST)) renameSync(DIST, join(before, 'dist'));
  renameSync(folder, DIST);
  rmSync(before, { recursive: true, force: true });
}
