import type { Files, Size } from '@taffrail/replica';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Shows a file, or that it cannot be had now and then looks again: what was written on another device may be here before the picture it
 * speaks of has been sent. Returns how to stop.
 */
export function watchFile(files: Files, hash: string, size: Size, show: (file: Blob | undefined) => void): () => void {
  let isWanted = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(waitMs: number): Promise<void> {
    const file = await files.find(hash, size);
    if (!isWanted) return;
    show(file);
    if (!file) timer = setTimeout(() => void look(Math.min(waitMs * 2, LONGEST_WAIT_MS)), waitMs);
  }

  void look(FIRST_WAIT_MS);
  return () => {
    isWanted = false;
    clearTimeout(timer);
  };
}
