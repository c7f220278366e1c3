import { DataFolderInUse, lockDataFolder } from '../storage/index.ts';
import type { Desk } from './verb.ts';

/** For what a running server must not be beside: it would go on with states it remembers from before. */
export async function locked({ data, say }: Desk, work: () => Promise<boolean>): Promise<boolean> {
  let lock;
  try {
    lock = lockDataFolder(data.lock);
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    say(error.message);
    return false;
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
