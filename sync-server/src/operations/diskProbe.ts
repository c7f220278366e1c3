import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Whoever asks may ask often; a durable write waits for the disk and everybody with it. */
const ASK_AGAIN_AFTER_MS = 5_000;
const PROBE_BYTES = 4096;

export interface DiskProbe {
  freeBytes(): number;
  /** Throws where a durable write fails, or did at the last try a few seconds ago. */
  write(): void;
}

/** Asks the disk under a data folder. `elapsedMs` is a clock that only goes forward. */
export function openDiskProbe(folder: string, elapsedMs: () => number): DiskProbe {
  const path = join(folder, 'probe');
  let last: { readonly atMs: number; readonly failure: unknown } | undefined;

  return {
    freeBytes() {
      const disk = statfsSync(folder);
      return disk.bavail * disk.bsize;
    },
    write() {
      if (!last || elapsedMs() - last.atMs >= ASK_AGAIN_AFTER_MS)
        last = { atMs: elapsedMs(), failure: failureOf(() => writeNewFile(path)) };
      if (last.failure !== undefined) throw last.failure;
    },
  };
}

/** A new file each time, because writing over an old one needs no room and would succeed on a full disk. */
function writeNewFile(path: string): void {
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, Buffer.alloc(PROBE_BYTES, 1));
    fsyncSync(file);
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
}

function failureOf(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
