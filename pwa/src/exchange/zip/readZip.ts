import { inflateSync } from 'fflate';
import type { Archive, ArchiveEntry } from '@taffrail/replica/exchange';

/**
 * Looks into a zip file by its directory, which lies at its end, and reads from the rest only what is asked for: a book with the
 * pictures of years is larger than what a phone can hold at once. Whatever an entry unpacks to, it is no more than the directory
 * says, and whoever asks has judged that before.
 */
export async function readZip(file: Blob): Promise<Archive | undefined> {
  const directory = await readDirectory(file);
  const entries = directory && entriesIn(directory);
  if (!entries) return undefined;
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    entries,
    async read(name) {
      const entry = byName.get(name);
      return entry && unpack(file, entry);
    },
  };
}

interface Entry extends ArchiveEntry {
  readonly method: number;
  readonly packedBytes: number;
  readonly at: number;
}

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(Math.max(0, from), to).arrayBuffer());
}

async function readDirectory(file: Blob): Promise<DataView | undefined> {
  const tail = await viewOf(file, file.size - END_BYTES - LONGEST_COMMENT, file.size);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END_SIGNATURE) continue;
    const [length, from] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
    return from + length <= file.size ? viewOf(file, from, from + length) : undefined;
  }
  return undefined;
}

function entriesIn(directory: DataView): Entry[] | undefined {
  const entries: Entry[] = [];
  for (let at = 0; at < directory.byteLength;) {
    if (at + ENTRY_BYTES > directory.byteLength || directory.getUint32(at, true) !== ENTRY_SIGNATURE) return undefined;
    const nameBytes = directory.getUint16(at + 28, true);
    const beyond = nameBytes + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (at + ENTRY_BYTES + beyond > directory.byteLength) return undefined;
    if (directory.getUint16(at + 8, true) & ENCRYPTED) return undefined;
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, directory.byteOffset + at + ENTRY_BYTES, nameBytes)),
      method: directory.getUint16(at + 10, true),
      packedBytes: directory.getUint32(at + 20, true),
      bytes: directory.getUint32(at + 24, true),
      at: directory.getUint32(at + 42, true),
    });
    at += ENTRY_BYTES + beyond;
  }
  return entries;
}

async function unpack(file: Blob, { at, method, packedBytes, bytes }: Entry): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const local = await viewOf(file, at, at + LOCAL_BYTES);
  if (local.byteLength < LOCAL_BYTES || local.getUint32(0, true) !== LOCAL_SIGNATURE) return undefined;
  const from = at + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = new Uint8Array(await file.slice(from, from + packedBytes).arrayBuffer());
  const content = contentOf(method, packed, bytes);
  return content?.length === bytes ? content : undefined;
}

function contentOf(method: number, packed: Uint8Array<ArrayBuffer>, bytes: number): Uint8Array<ArrayBuffer> | undefined {
  if (method === STORED) return packed;
  if (method !== DEFLATED) return undefined;
  try {
    return inflateSync(packed, { out: new Uint8Array(bytes) });
  } catch {
    return undefined;
  }
}
