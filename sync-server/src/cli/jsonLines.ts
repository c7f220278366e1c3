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
export function* readLines(path: string): Generator<unknown> {
  const file = openSync(path, 'r');
  const decoder = new TextDecoder('utf-8');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let text = '';
  try {
    for (;;) {
      const length = readSync(file, chunk, 0, CHUNK_BYTES, null);
      text += decoder.decode(chunk.subarray(0, length), { stream: length > 0 });
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield parsed(line);
      if (length === 0) break;
    }
    if (text !== '') yield parsed(text);
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
