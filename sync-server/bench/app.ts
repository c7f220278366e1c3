import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Figure } from './figure.ts';

/** The app, in Chromium. Its figures are measured by scripts that know a browser, in a process of their own. */
export async function app(): Promise<Figure[]> {
  const measuring = spawn(process.execPath, [join(import.meta.dirname, '../../pwa/bench/run.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [status]] = await Promise.all([text(measuring.stdout), once(measuring, 'exit')]);
  if (status !== 0) throw new Error(`the app was not measured: its process ended with ${String(status)}`);
  const lines = said.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Figure);
}
