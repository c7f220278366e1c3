import { spawn, spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

/** A disk of a few megabytes that can be filled to its last byte: a tmpfs in a namespace of its own, gone with its holder. */
export interface SmallDisk {
  /** Where the disk is, for a process run through `within`. */
  readonly path: string;
  /** The command that runs another one where the disk is mounted. */
  readonly within: readonly string[];
  fill(): void;
  free(): void;
  copyTo(folder: string): void;
  close(): Promise<void>;
}

/** Undefined where this system lets nobody mount one. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk | undefined> {
  if (spawnSync('nsenter', ['--version']).status !== 0) return undefined;
  mkdirSync(folder, { recursive: true });
  // The namespace lives as long as `cat`, which lives until its input ends.
  const script = 'mount -t tmpfs -o size="$1"m tmpfs "$0" && echo mounted && exec cat';
  const holder = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', script, folder, String(megabytes)], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const gone = new Promise<string>((resolve) => holder.once('error', () => resolve('gone')).once('exit', () => resolve('gone')));
  const said = await Promise.race([once(holder.stdout, 'data').then(String), gone]);
  if (said !== 'mounted\n') return undefined;

  const seenFromHere = `/proc/${holder.pid}/root${folder}`;
  const ballast = join(seenFromHere, 'ballast');
  return {
    path: folder,
    within: ['nsenter', '--preserve-credentials', '--user', '--mount', '--target', String(holder.pid)],
    fill: () => fillWith(ballast),
    free: () => rmSync(ballast),
    copyTo: (target) => cpSync(seenFromHere, target, { recursive: true }),
    async close() {
      holder.stdin.end();
      await gone;
    },
  };
}

const PIECE_BYTES = 64 * 1024;

function fillWith(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let pieceBytes = PIECE_BYTES; pieceBytes >= 1; pieceBytes = Math.floor(pieceBytes / 2)) while (hasTaken(file, pieceBytes));
  } finally {
    closeSync(file);
  }
}

function hasTaken(file: number, pieceBytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(pieceBytes)) === pieceBytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
