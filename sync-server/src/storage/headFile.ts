import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import type { Head, HeadWitness } from '../workspace/index.ts';
import { createFileDurably } from './durableFile.ts';
import { storageFault } from './faults.ts';

/** Two slots, written in turn and far enough apart that no disk tears both at once: one of them is always whole. */
const SLOTS = 2;
const SLOT_BYTES = 4096;

interface Slot {
  /** Counts writes, because a restored backup may bring the head back to a lower sequence. */
  readonly turn: number;
  readonly head: Head;
}

export interface HeadFile extends HeadWitness {
  close(): void;
}

/** The head of one book's chain, in a file beside it. One process has it open at a time. */
export function openHeadFile(path: string): HeadFile {
  const file = faulting(() => {
    createFileDurably(path);
    return openSync(path, 'r+');
  });
  let latest: Slot | undefined;
  try {
    latest = newestSlot(file, path);
  } catch (error) {
    closeSync(file);
    throw error;
  }

  return {
    read: () => latest?.head,
    write: (head) => {
      const slot = { turn: (latest?.turn ?? 0) + 1, head };
      // Not synced: the log behind it is durable already, so after a power cut this may lag behind the log but never lead it,
      // and a second fsync for every commit would halve the pace.
      writeAt(file, encode(slot), (slot.turn % SLOTS) * SLOT_BYTES);
      latest = slot;
    },
    close: () => {
      try {
        faulting(() => fsyncSync(file));
      } finally {
        closeSync(file);
      }
    },
  };
}

function newestSlot(file: number, path: string): Slot | undefined {
  const bytes = Buffer.alloc(SLOTS * SLOT_BYTES);
  const length = faulting(() => readSync(file, bytes, 0, bytes.length, 0));
  // Room is taken up front, so that a disk that fills up later does not stand between a commit and its head.
  if (length < bytes.length) writeAt(file, bytes.subarray(length), length);
  const slots = Array.from({ length: SLOTS }, (_, n) => decode(bytes.subarray(n * SLOT_BYTES, (n + 1) * SLOT_BYTES)));
  const newest = slots.filter((slot) => slot !== undefined).toSorted((a, b) => b.turn - a.turn)[0];
  // Zeros are a file that was made and never written, or whose first write a power cut undid; anything else was a head once.
  if (!newest && bytes.some((byte) => byte !== 0)) {
    throw storageFault('broken', new Error(`both copies of the head in ${path} are damaged; verify the book, then remove that file`));
  }
  return newest;
}

/** One line of text, so that a person can read it with any tool, then zeros. */
function encode(slot: Slot): Buffer {
  const record = `${slot.turn} ${slot.head.seq} ${slot.head.hash}`;
  const bytes = Buffer.alloc(SLOT_BYTES);
  if (bytes.write(`${record} ${checksum(record)}\n`) >= SLOT_BYTES) throw new RangeError('A head must fit its slot.');
  return bytes;
}

function decode(bytes: Buffer): Slot | undefined {
  const line = bytes.toString('utf8', 0, Math.max(0, bytes.indexOf('\n')));
  const [, record, turn, seq, hash, sum] = /^((\d+) (\d+) (\S*)) ([0-9a-f]{64})$/.exec(line) ?? [];
  if (record === undefined || hash === undefined || checksum(record) !== sum) return undefined;
  return { turn: Number(turn), head: { seq: Number(seq), hash } };
}

const checksum = (record: string): string => createHash('sha256').update(record).digest('hex');

function writeAt(file: number, bytes: Buffer, position: number): void {
  const written = faulting(() => writeSync(file, bytes, 0, bytes.length, position));
  if (written < bytes.length) throw storageFault('full', new Error(`only ${written} of ${bytes.length} bytes of the head were written`));
}

function faulting<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const cause = error as NodeJS.ErrnoException;
    throw storageFault(cause.code === 'ENOSPC' ? 'full' : 'broken', cause);
  }
}
