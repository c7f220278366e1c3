import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claim } from './claim.ts';

/** The real server in a process of its own, on a port of its own. */
export interface LaunchedServer {
  readonly port: number;
  isAlive(): boolean;
  /** As `kill -9` does it: the process gets no say. */
  killNine(): Promise<void>;
  /** As an operator does it. Rejects where the server does not end well. */
  stop(): Promise<void>;
  memoryBytes(): number;
  /** What it has written so far, for a failure's account. */
  output(): string;
}

export interface ServerProcess extends LaunchedServer {
  /** Of a session of the server's owner. */
  readonly cookie: string;
}

export interface ServerOptions {
  readonly dataPath: string;
  /** Where the server before it listened, for those who come back to it; without it any that is free. */
  readonly port?: number;
  /** A command that runs the server inside something, such as a namespace with a small disk. */
  readonly within?: readonly string[];
  /** Of another state of the sources than this one. */
  readonly repository?: string;
}

const HERE = join(import.meta.dirname, '../..');
const LISTENING = /"url":"http:\/\/127\.0\.0\.1:(\d+)"/;
const START_WITHIN_MS = 30_000;
const BYTES_PER_KB = 1024;

/** Launched, and ours: claimed where nobody had, with a session in either case. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const server = await launchServer(options);
  try {
    return { ...server, cookie: await claim(server.port, server.output()) };
  } catch (error) {
    await server.killNine();
    throw error;
  }
}

export async function launchServer({
  dataPath,
  port: wantedPort = 0,
  within = [],
  repository = HERE,
}: ServerOptions): Promise<LaunchedServer> {
  const [command, ...args] = [...within, process.execPath, join(repository, 'sync-server/run.ts')];
  const env = { PATH: process.env['PATH'], PORT: String(wantedPort), TAFFRAIL_DATA: dataPath };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve));
  // A run that is broken off takes its servers with it.
  const reap = (): void => void child.kill('SIGKILL');
  process.once('exit', reap);
  child.once('exit', () => process.off('exit', reap));
  const said = collect(child);
  const tooLate = setTimeout(() => child.kill('SIGKILL'), START_WITHIN_MS);
  const ended = exit.then((status) => endedEarly(status, said.text));
  const port = await Promise.race([listening(child, said), ended]).finally(() => clearTimeout(tooLate));

  return {
    port,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async killNine() {
      child.kill('SIGKILL');
      await exit;
    },
    async stop() {
      child.kill('SIGTERM');
      const status = await exit;
      if (status !== 0) throw new Error(`the server ended with ${String(status)} when asked to stop: ${said.text}`);
    },
    memoryBytes: () => residentBytes(child.pid),
    output: () => said.text,
  };
}

const MOST_OUTPUT = 20_000;

function collect(child: ChildProcess): { readonly text: string } {
  const said = { text: '' };
  const take = (chunk: string): void => {
    said.text = (said.text + chunk).slice(-MOST_OUTPUT);
  };
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', take);
  return said;
}

function listening(child: ChildProcess, said: { readonly text: string }): Promise<number> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => {
      const [, port] = LISTENING.exec(said.text) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

function endedEarly(status: number | null, output: string): never {
  throw new Error(`the server ended with ${String(status)} before it listened: ${output}`);
}

function residentBytes(pid: number | undefined): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * BYTES_PER_KB;
}
