import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { addParagraph, kindOf, openDocument, type DocumentKind, type OpenDocument } from '@taffrail/sync';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { inScratchFolder } from '../faults/scratch.ts';
import type { Figure } from './figure.ts';

const SOCKETS = 1_000;
const PER_ROOM = 10;
const WARM_UP_MS = 2_000;
const MEASURED_MS = 5_000;
const MB = 1_000_000;

type Which = 'taffrail' | 'hocuspocus';

/** A thousand devices, ten to a document, each writing once a second; beside Hocuspocus with its own client, which stores nothing. */
export const rooms = (): Promise<Figure[]> =>
  inScratchFolder(async (dataPath) => {
    const theirs = await measure('hocuspocus', dataPath);
    const ours = await measure('taffrail', dataPath);
    return [
      {
        name: '1,000 sockets writing, 10 to a room, p99',
        value: ours.p99Ms,
        unit: 'ms',
        reference: 'Hocuspocus',
        ratio: ours.p99Ms / theirs.p99Ms,
      },
      {
        name: '1,000 sockets writing, memory of the server',
        value: ours.memoryMb,
        unit: 'MB',
        reference: 'Hocuspocus',
        ratio: ours.memoryMb / theirs.memoryMb,
      },
    ];
  });

async function measure(which: Which, dataPath: string): Promise<{ p99Ms: number; memoryMb: number }> {
  const server = fork(join(import.meta.dirname, 'roomsServer.ts'), [which, dataPath]);
  const port = await new Promise<number>((resolve, reject) =>
    server.once('message', resolve).once('exit', () => reject(new Error(`${which} ended`))),
  );
  // Each client of y-websocket waits for the end of its process.
  process.setMaxListeners(2 * SOCKETS);
  const kind = kindOf('day/2025-02-05') as DocumentKind;
  const devices = Array.from({ length: SOCKETS }, (_, n) => {
    const document = openDocument(kind);
    return { document, leave: connect(which, port, roomOf(n), document) };
  });
  const delaysMs = await writeOn(devices.map(({ document }) => document));
  const memoryMb = memoryOf(server);
  for (const { leave } of devices) leave();
  server.kill('SIGKILL');
  return { p99Ms: delaysMs.toSorted((a, b) => a - b)[Math.floor(delaysMs.length * 0.99)] ?? Number.NaN, memoryMb };
}

const roomOf = (n: number): string => {
  const room = Math.floor(n / PER_ROOM);
  return `day/20${String(10 + Math.floor(room / 12)).padStart(2, '0')}-${String((room % 12) + 1).padStart(2, '0')}-03`;
};

const WebSocketPolyfill = WebSocket as unknown as typeof globalThis.WebSocket;
/** Lets every device in as a script: what is measured is the writing. */
const ScriptSocket = function open(url: string, protocols: string[]): WebSocket {
  return new WebSocket(url, protocols, { headers: { authorization: 'Bearer anybody' } });
} as unknown as typeof globalThis.WebSocket;

function connect(which: Which, port: number, name: string, { content }: OpenDocument): () => void {
  if (which === 'taffrail') {
    const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, name, content, {
      WebSocketPolyfill: ScriptSocket,
      disableBc: true,
    });
    // What is stored is told by a message that this client otherwise notes in its console.
    provider.messageHandlers[100] = () => {};
    return () => provider.destroy();
  }
  const websocketProvider = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${port}`, WebSocketPolyfill });
  const provider = new HocuspocusProvider({ websocketProvider, name, document: content });
  provider.attach();
  return () => {
    provider.destroy();
    websocketProvider.destroy();
  };
}

/** Spread over the second; each text carries a number by which its arrival at the others is known. */
async function writeOn(documents: readonly OpenDocument[]): Promise<number[]> {
  const sentMs: number[] = [];
  const delaysMs: number[] = [];
  const measuredFromMs = performance.now() + 2 * WARM_UP_MS;
  for (const { content } of documents) {
    content.on('update', (update: Uint8Array, origin: unknown) => {
      const seq = origin === null ? undefined : numberIn(update);
      const since = seq === undefined ? undefined : sentMs[seq];
      if (since !== undefined && since > measuredFromMs) delaysMs.push(performance.now() - since);
    });
  }
  await sleep(WARM_UP_MS);
  const startedMs = performance.now();
  for (let n = 0; performance.now() - startedMs < WARM_UP_MS + MEASURED_MS; n++) {
    sentMs[n] = performance.now();
    addParagraph(documents[n % SOCKETS]!, `~${String(n).padStart(8, '0')}`);
    const aheadMs = startedMs + n * (1000 / SOCKETS) - performance.now();
    await (aheadMs > 1 ? sleep(aheadMs) : new Promise((resolve) => void setImmediate(resolve)));
  }
  return delaysMs;
}

function numberIn(update: Uint8Array): number | undefined {
  const at = update.indexOf(126);
  return at < 0 ? undefined : Number(Buffer.from(update.subarray(at + 1, at + 9)).toString('latin1'));
}

function memoryOf({ pid }: ChildProcess): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kilobytes) * 1024) / MB;
}
