import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const CHUNK_BYTES = 1 << 20;

/** One JSON value a line. */
export function writeLines(path: string, values: Iterable<unknown>): number {
  const file = openSync(path, 'wx', 0o600);
  let count = 0;
  try {
    for (const value of values) {
      writeSync(file, `${JSON.stringify(value)}\n`);
      count += 1;
    }
  } finally {
    closeSync(file);
  }
  return count;
}

/** What cannot be parsed is handed on as text, for the reader to refuse with its line. */
export function* readLines(path: string): Generator {
  for (const line of linesOf(path)) if (line !== '') yield parsed(line);
}

function* linesOf(path: string): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for (const bytes of chunksOf(path)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest + decoder.decode();
}

function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  try {
    for (;;) {
      const length = readSync(file, chunk, 0, CHUNK_BYTES, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
