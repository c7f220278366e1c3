import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The real server in a process of its own, on a data folder that goes away with it. */
export interface ServerUnderTest {
  readonly port: number;
  readonly dataPath: string;
  stop(): Promise<void>;
  remove(): void;
}

export async function startServer(): Promise<ServerUnderTest> {
  const dataPath = mkdtempSync(join(tmpdir(), 'taffrail-bench-'));
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: '0', TAFFRAIL_DATA: dataPath, TAFFRAIL_LOG_LEVEL: 'info', TAFFRAIL_BACKUP_EVERY_HOURS: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const { msg, url } = JSON.parse(line) as { msg: string; url?: string };
    if (msg !== 'listening' || url === undefined) continue;
    child.stdout.resume();
    return {
      port: Number(new URL(url).port),
      dataPath,
      async stop() {
        child.kill('SIGTERM');
        await once(child, 'exit');
      },
      remove: () => rmSync(dataPath, { recursive: true, force: true }),
    };
  }
  throw new Error('the server ended before it listened');
}
