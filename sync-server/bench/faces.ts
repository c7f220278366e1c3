import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Figure } from './figure.ts';

/** Faces, in Chromium. Their figures are measured by scripts that know a browser, in a process of their own. */
export const app = (): Promise<Figure[]> => measuredBy('pwa/bench/run.ts');

export const panel = (): Promise<Figure[]> => measuredBy('extension/bench/run.ts');

async function measuredBy(script: string): Promise<Figure[]> {
  const measuring = spawn(process.execPath, [join(import.meta.dirname, '../..', script)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [status]] = await Promise.all([text(measuring.stdout), once(measuring, 'exit')]);
  if (status !== 0) throw new Error(`${script} did not come to its end: its process ended with ${String(status)}`);
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line) as Figure);
}
