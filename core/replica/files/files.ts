import { attachmentRefusals, mediaTypeOf, MOST_FILE_BYTES, type MediaType } from '@taffrail/domain/attachments';
import { instantFromMs, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { Dexie } from 'dexie';
import { isFull } from '../copy/copy.ts';
import type { Reply } from '../line/serverLine.ts';
import { replicaRefusals } from '../refusals.ts';
import { sha256 } from '../sha256.ts';
import type { Clock } from '../surroundings.ts';
import type { FileLine, Size } from './fileLine.ts';
import type { Pictures } from './pictures.ts';
import { sendFiles, waitingHashes } from './sendFiles.ts';
import type { FileRow, FileTables } from './tables.ts';

/** What is said of a file when it is attached. */
export interface KeptFile {
  readonly hash: string;
  readonly media_type: MediaType;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** Pictures and PDFs on this device, by the SHA-256 of what they hold. */
export interface Files {
  /** Keeps a file of the trader's, to be sent to the server as soon as there is one. */
  keep(file: Blob): Promise<KeptFile | Refusal>;
  /** From this device, or fetched and kept; undefined where it cannot be had now. */
  find(hash: string, size: Size): Promise<Blob | undefined>;
  /** Sends what the server does not have. */
  send(signal: AbortSignal): Promise<Reply<'done'>>;
}

export interface FileParts {
  readonly database: Dexie & FileTables;
  readonly line?: FileLine | undefined;
  readonly pictures: Pictures;
  readonly clock: Clock;
  /** What waits for the server may have changed. */
  readonly waitingChanged: () => void;
  /** Something is on the server that a command may have waited for. */
  readonly sent: () => void;
  readonly mostBytesKept?: number;
}

/** Of all that can be fetched again. What the server does not have comes on top, and never goes by itself. */
const MOST_BYTES_KEPT = 200 * 1024 * 1024;
const HOUR_MS = 3_600_000;

export function openFiles({ database, line, pictures, clock, waitingChanged, sent, mostBytesKept = MOST_BYTES_KEPT }: FileParts): Files {
  const { file: table } = database;
  const fetching = new Map<string, Promise<Blob | undefined>>();
  /** Tables by way of the transaction stay in it whatever else goes on at the same time. */
  const inOne = (work: (tables: FileTables) => Promise<void>): Promise<void> =>
    database.transaction('rw', table, (transaction) => work(transaction as unknown as FileTables));
  const now = (): string => instantFromMs(clock.nowMs());

  async function keep(given: Blob): Promise<KeptFile | Refusal> {
    const file = await fitting(given);
    if (isRefusal(file)) return file;
    const content = await bytesOf(file);
    const media_type = mediaTypeOf(content);
    if (!media_type) return attachmentRefusals.file_type_not_taken();
    const looked = media_type === 'application/pdf' ? NO_PICTURE : await pictures.look(file);
    if (!looked) return replicaRefusals.picture_unreadable();
    const hash = await sha256(content);
    const { width, height } = looked;
    const thumbnail = 'thumbnail' in looked ? { thumbnail: await bytesOf(looked.thumbnail) } : {};
    try {
      await inOne(async ({ file: held }) => {
        const known = await held.get(hash);
        const waits = known?.content && known.waits === undefined ? {} : { waits: hash };
        await held.put({ hash, media_type, content, width, height, ...thumbnail, kept_bytes: content.length, used_at: now(), ...waits });
      });
    } catch (error) {
      if (isFull(error)) return replicaRefusals.storage_full();
      throw error;
    }
    waitingChanged();
    return { hash, media_type, bytes: content.length, width, height };
  }

  /** A camera takes more pixels than anybody looks at here. */
  async function fitting(file: Blob): Promise<Blob | Refusal> {
    if (file.size <= MOST_FILE_BYTES) return file;
    const smaller = await pictures.shrink(file);
    if (smaller && smaller.size <= MOST_FILE_BYTES) return smaller;
    return attachmentRefusals.file_too_large({ bytes: file.size, limit_bytes: MOST_FILE_BYTES });
  }

  async function find(hash: string, size: Size): Promise<Blob | undefined> {
    const row = await table.get(hash);
    if (row && clock.nowMs() - Date.parse(row.used_at) > HOUR_MS) await table.update(hash, { used_at: now() });
    const held = row && heldIn(row, size);
    if (held) return held;
    const key = `${hash} ${size}`;
    const asked = fetching.get(key) ?? fetchOne(hash, size).finally(() => fetching.delete(key));
    fetching.set(key, asked);
    return asked;
  }

  async function fetchOne(hash: string, size: Size): Promise<Blob | undefined> {
    const reply = await line?.get(hash, size, AbortSignal.timeout(FETCH_TIMEOUT_MS));
    if (reply?.kind !== 'answered') return undefined;
    const bytes = reply.value;
    const media_type = size === 'small' ? 'image/webp' : mediaTypeOf(bytes);
    if (!media_type || (size === 'whole' && (await sha256(bytes)) !== hash)) return undefined;
    await keepFetched(hash, size, bytes, media_type).catch(ignoreFull);
    return new Blob([bytes], { type: media_type });
  }

  async function keepFetched(hash: string, size: Size, bytes: Uint8Array, media_type: string): Promise<void> {
    await inOne(async (tables) => {
      const known = await tables.file.get(hash);
      const base = known ?? { hash, media_type, width: null, height: null, kept_bytes: 0, used_at: now() };
      const held = size === 'small' ? { thumbnail: bytes } : { content: bytes, media_type };
      await tables.file.put({ ...base, ...held, kept_bytes: base.kept_bytes + bytes.length, used_at: now() });
      await dropOldest(tables);
    });
  }

  /** Whatever was looked at longest ago goes first. */
  async function dropOldest(tables: FileTables): Promise<void> {
    let total = 0;
    // From the index alone: reading the rows would bring all pictures into memory.
    const oldestFirst = (await tables.file.orderBy('[used_at+kept_bytes+hash]').keys()) as unknown as [string, number, string][];
    const waiting = new Set(await waitingHashes(tables));
    const tooMuch = oldestFirst.toReversed().filter(([, bytes, hash]) => !waiting.has(hash) && (total += bytes) > mostBytesKept);
    await tables.file.bulkDelete(tooMuch.map(([, , hash]) => hash));
  }

  async function send(signal: AbortSignal): Promise<Reply<'done'>> {
    if (!line) return { kind: 'answered', value: 'done' };
    return sendFiles(database, line, signal, (isTaken) => {
      waitingChanged();
      if (isTaken) sent();
    });
  }

  return { keep, find, send };
}

const FETCH_TIMEOUT_MS = 60_000;
const NO_PICTURE = { width: null, height: null };

function heldIn({ content, thumbnail, media_type }: FileRow, size: Size): Blob | undefined {
  const bytes = size === 'whole' ? content : thumbnail;
  return bytes && new Blob([Uint8Array.from(bytes)], { type: size === 'whole' ? media_type : 'image/webp' });
}

/** A picture that was fetched can be fetched again. */
function ignoreFull(error: unknown): void {
  if (!isFull(error)) throw error;
}

const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());
