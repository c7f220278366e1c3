import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { DataFolderInUse, lockDataFolder } from './dataLock.ts';
import { scratchFolder } from './testing/scratchFolder.ts';

it('is held by one at a time, and free again when it is let go', () => {
  const path = join(scratchFolder(), 'data', 'lock.sqlite');
  const lock = lockDataFolder(path);
  expect(() => lockDataFolder(path)).toThrow(DataFolderInUse);
  lock.release();
  lockDataFolder(path).release();
});

it('is held against other processes, and goes with its holder even when that is killed', async () => {
  const path = join(scratchFolder(), 'lock.sqlite');
  const holder = await processHolding(path);
  expect(() => lockDataFolder(path)).toThrow(/Another Taffrail is using this data folder/);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  lockDataFolder(path).release();
});

async function processHolding(path: string): Promise<ChildProcess> {
  const source = fileURLToPath(new URL('dataLock.ts', import.meta.url));
  const script = `const { lockDataFolder } = await import(${JSON.stringify(source)}); lockDataFolder(${JSON.stringify(path)});
    console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}
