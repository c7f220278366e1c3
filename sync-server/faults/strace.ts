import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileStep } from './crashDisk.ts';

/** A line that the process printed, in its place among what it did to its files. */
export interface Printed {
  readonly did: 'print';
  readonly line: string;
}

export type TracedStep = FileStep | Printed;

/** The traced folder itself; what is made in it counts on from here. */
export const ROOT_FILE = 0;

export const NO_STRACE = 'The program strace is needed to see what a process writes; on Debian, install it with: apt-get install strace';

const CALLS = 'openat,close,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename,mkdir';
const STANDARD_OUTPUT = 1;

export function hasStrace(): boolean {
  return spawnSync('strace', ['--version']).status === 0;
}

/** Runs a script of ours under strace. `traceFolder` is where its trace is kept, apart from the folder that is traced. */
export async function traceFiles(script: readonly string[], tracedFolder: string, traceFolder: string): Promise<TracedStep[]> {
  const options = ['-ff', '-o', join(traceFolder, 'thread'), '-xx', '-s', '10000000', '-e', `trace=${CALLS}`];
  const child = spawn('strace', [...options, process.execPath, ...script], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (status !== 0) throw new Error(`the traced process failed with ${String(status)}: ${complaint}`);
  return stepsIn(traceOfOneThread(traceFolder, tracedFolder), tracedFolder);
}

/** Each thread has a trace of its own, and no order between them: all work on the book must be one thread's. */
function traceOfOneThread(traceFolder: string, tracedFolder: string): string {
  const traces = readdirSync(traceFolder).map((name) => readFileSync(join(traceFolder, name), 'latin1'));
  const touching = traces.filter((trace) => trace.includes(`"${escaped(tracedFolder)}`));
  const [only] = touching;
  if (only === undefined || touching.length > 1)
    throw new Error(`${touching.length} threads worked on the traced folder; only one can be followed`);
  return only;
}

interface Tracing {
  readonly root: string;
  readonly fileAt: Map<string, number>;
  readonly fileOf: Map<number, number>;
  made: number;
}

function stepsIn(trace: string, root: string): TracedStep[] {
  const tracing: Tracing = { root, fileAt: new Map([[root, ROOT_FILE]]), fileOf: new Map(), made: ROOT_FILE };
  return trace.split('\n').flatMap((line) => {
    const [, call, args, result] = /^(\w+)\((.*)\) += (-?\d+)/s.exec(line) ?? [];
    // A call that failed changed nothing.
    if (call === undefined || args === undefined || Number(result) < 0) return [];
    return stepsOf(call, args, Number(result), tracing);
  });
}

function stepsOf(call: string, args: string, result: number, tracing: Tracing): TracedStep[] {
  const { fileAt, fileOf } = tracing;
  if (call === 'openat') return opened(args, result, tracing);
  if (call === 'mkdir') return made(textsOf(args)[0] ?? '', true, tracing);
  if (call === 'unlink' || call === 'rename') return moved(textsOf(args), tracing);

  const descriptor = Number.parseInt(args, 10);
  if (call === 'write' && descriptor === STANDARD_OUTPUT)
    return bytesOf(args)
      .toString()
      .trim()
      .split('\n')
      .map((line) => ({ did: 'print', line }));
  const file = fileOf.get(descriptor);
  if (file === undefined) return [];
  if (call === 'close') fileOf.delete(descriptor);
  if (call === 'fsync' || call === 'fdatasync') return [{ did: 'sync', file }];
  if (call === 'ftruncate') return [{ did: 'resize', file, size: lastNumber(args) }];
  if (call === 'pwrite64') return [{ did: 'write', file, at: lastNumber(args), bytes: bytesOf(args).subarray(0, result) }];
  if (call === 'write') throw new Error(`${[...fileAt].find(([, known]) => known === file)?.[0]} is written without saying where`);
  return [];
}

function opened(args: string, descriptor: number, tracing: Tracing): TracedStep[] {
  const path = textsOf(args)[0] ?? '';
  const known = tracing.fileAt.get(path);
  const steps = known === undefined && args.includes('O_CREAT') ? made(path, false, tracing) : [];
  const file = tracing.fileAt.get(path);
  if (file === undefined) return steps;
  tracing.fileOf.set(descriptor, file);
  return known !== undefined && args.includes('O_TRUNC') ? [{ did: 'resize', file, size: 0 }] : steps;
}

function made(path: string, isFolder: boolean, tracing: Tracing): TracedStep[] {
  if (!isFollowed(path, tracing)) return [];
  tracing.made += 1;
  tracing.fileAt.set(path, tracing.made);
  return [{ did: 'make', path, file: tracing.made, isFolder }];
}

function moved([path = '', to]: readonly string[], tracing: Tracing): TracedStep[] {
  const file = tracing.fileAt.get(path);
  if (file === undefined) return [];
  tracing.fileAt.delete(path);
  if (to === undefined) return [{ did: 'remove', path }];
  tracing.fileAt.set(to, file);
  return [{ did: 'rename', path, to }];
}

/** SQLite's shared memory is rebuilt from the log whenever a book is opened, and never read after a power cut. */
const isFollowed = (path: string, { root }: Tracing): boolean => path.startsWith(`${root}/`) && !path.endsWith('-shm');

const textsOf = (args: string): string[] => [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => unescaped(hex).toString());
const bytesOf = (args: string): Buffer => unescaped(args.slice(args.indexOf('"') + 1, args.lastIndexOf('"')));
const lastNumber = (args: string): number => Number(args.slice(args.lastIndexOf(',') + 1));

const unescaped = (hex: string): Buffer => Buffer.from(hex.replaceAll(String.raw`\x`, ''), 'hex');
const escaped = (text: string): string =>
  Buffer.from(text)
    .toString('hex')
    .replaceAll(/../g, String.raw`\x$&`);
