import { get } from 'node:http';
import type { Figure } from './figure.ts';
import { openRawClient } from './rawClient.ts';
import { inScratchFolder } from '../faults/scratch.ts';
import { startServer, type ServerProcess } from '../faults/serverProcess.ts';
import { nextId, openBenchAccount, roundTrip } from './trades.ts';

const TRIPS = 150;

/** From the moment a device sends a command until another device that follows the stream has its fact. */
export const streamDelay = (): Promise<Figure[]> => inScratchFolder(measureIn);

async function measureIn(dataPath: string): Promise<Figure[]> {
  const server = await startServer({ dataPath });
  const client = openRawClient(server);
  try {
    const arrivals = new Map<string, (atMs: number) => void>();
    const stopFollowing = await follow(server, (commandId) => arrivals.get(commandId)?.(performance.now()));
    const accountId = nextId();
    await client.post('/api/commands', JSON.stringify({ commands: [openBenchAccount(accountId)] }));
    const answeredMs: number[] = [];
    const arrivedMs: number[] = [];
    for (const command of Array.from({ length: TRIPS }, () => roundTrip(accountId)).flat()) {
      const startedMs = performance.now();
      const arrived = new Promise<number>((resolve) => {
        arrivals.set(command.command_id, resolve);
      });
      await client.post('/api/commands', JSON.stringify({ commands: [command] }));
      answeredMs.push(performance.now() - startedMs);
      arrivedMs.push((await arrived) - startedMs);
    }
    stopFollowing();
    const [p95, answer] = [share(arrivedMs, 0.95), share(answeredMs, 0.95)];
    return [
      {
        name: 'a command until its fact reaches another device, p95',
        value: p95,
        unit: 'ms',
        reference: 'the answer to the command, p95',
        ratio: p95 / answer,
      },
    ];
  } finally {
    client.close();
    await server.killNine();
  }
}

function follow({ port, cookie }: Pick<ServerProcess, 'port' | 'cookie'>, heard: (commandId: string) => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const request = get({ port, host: '127.0.0.1', path: '/sse/events?last_seq=0', headers: { cookie } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        const lines = text.split('\n');
        text = lines.pop() ?? '';
        for (const line of lines) {
          if (line.startsWith('data: ')) heard((JSON.parse(line.slice(6)) as { command_id: string }).command_id);
        }
      });
      resolve(() => request.destroy());
    });
    request.on('error', reject);
  });
}

function share(valuesMs: readonly number[], part: number): number {
  return valuesMs.toSorted((a, b) => a - b)[Math.floor(valuesMs.length * part)] ?? Number.NaN;
}
