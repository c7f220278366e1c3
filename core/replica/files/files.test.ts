import { createHash } from 'node:crypto';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { isRefusal } from '@taffrail/domain/kernel';
import { describe, expect, it, vi } from 'vitest';
import type { OutboxRow } from '../copy/tables.ts';
import type { FileLine } from './fileLine.ts';
import { openFiles } from './files.ts';
import { heldBack, type KeptFile } from './index.ts';
import type { Pictures } from './pictures.ts';
import { fileStores, type FileTables } from './tables.ts';

const NEVER = new AbortController().signal;
const BEGINNING = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (text: string): Blob => new Blob([new Uint8Array([...BEGINNING, ...new TextEncoder().encode(text)])]);
const hashOf = async (file: Blob): Promise<string> =>
  createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex');

const pictures: Pictures = {
  look: async (file) => ((await file.text()).includes('broken') ? undefined : { width: 64, height: 48, thumbnail: new Blob(['small']) }),
  shrink: async () => png('made smaller'),
};

async function openDevice(mostBytesKept?: number) {
  const database = new Dexie('files', { indexedDB: new IDBFactory(), IDBKeyRange }) as Dexie & FileTables;
  database.version(1).stores(fileStores);
  await database.open();
  const server = new Map<string, Blob>();
  let nowMs = Date.parse('2025-02-05T10:00:00.000Z');
  const line: FileLine = {
    async put(hash, file) {
      server.set(hash, file);
      return { kind: 'answered', value: {} };
    },
    async get(hash, size) {
      const file = server.get(hash);
      if (!file) return { kind: 'later', sentence: 'not now' };
      return { kind: 'answered', value: size === 'small' ? new Uint8Array([1]) : new Uint8Array(await file.arrayBuffer()) };
    },
  };
  const waitingChanged = vi.fn<() => void>();
  const files = openFiles({
    database,
    line,
    pictures,
    clock: { nowMs: () => (nowMs += 1000) },
    waitingChanged,
    sent: () => {},
    ...(mostBytesKept !== undefined && { mostBytesKept }),
  });
  return { database, server, line, files, waitingChanged };
}

async function kept(file: KeptFile | { refused: true }): Promise<KeptFile> {
  if (isRefusal(file)) throw new Error(file.sentence);
  return file as KeptFile;
}

describe('a file of the trader', () => {
  it('is kept under its hash, shown from here, and sent once', async () => {
    const { files, server, line } = await openDevice();
    const put = vi.spyOn(line, 'put');
    const { hash, ...about } = await kept(await files.keep(png('chart')));
    expect(hash).toBe(await hashOf(png('chart')));
    expect(about).toEqual({ media_type: 'image/png', bytes: 13, width: 64, height: 48 });
    expect(await (await files.find(hash, 'small'))?.text()).toBe('small');
    expect(server.size).toBe(0);
    await files.send(NEVER);
    await files.keep(png('chart'));
    await files.send(NEVER);
    expect(put).toHaveBeenCalledOnce();
    expect(await server.get(hash)?.text()).toContain('chart');
  });

  it.each([
    ['what is no picture', new Blob(['<svg/>']), 'file_type_not_taken'],
    ['a picture nothing can read', png('broken'), 'picture_unreadable'],
  ])('is refused when it is %s, and nothing is kept', async (_, file, code) => {
    const { files, database } = await openDevice();
    expect(await files.keep(file)).toMatchObject({ refused: true, code });
    expect(await database.file.count()).toBe(0);
  });

  it('that is too large is made smaller', async () => {
    const { files } = await openDevice();
    const large = new Blob([png('x'), new Uint8Array(11 * 1024 * 1024)]);
    expect(await files.keep(large)).toMatchObject({ bytes: png('made smaller').size });
  });

  it('that finds no room is refused, and nothing is kept', async () => {
    const { files, database } = await openDevice();
    vi.spyOn(database, 'transaction').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'));
    expect(await files.keep(png('chart'))).toMatchObject({ code: 'storage_full' });
    expect(await database.file.count()).toBe(0);
  });

  it('that the server refuses stays, with the reason', async () => {
    const { files, line, database } = await openDevice();
    const refusal = { refused: true, code: 'no_room_for_file', sentence: 'Full.', details: {} } as const;
    vi.spyOn(line, 'put').mockResolvedValue({ kind: 'refused', refusal });
    await files.keep(png('chart'));
    await files.send(NEVER);
    expect(await database.file.toArray()).toMatchObject([{ waits: await hashOf(png('chart')), refused: { code: 'no_room_for_file' } }]);
  });
});

describe('a file of the server', () => {
  it('is fetched once, however many ask, and shown again without a network', async () => {
    const { files, server, line } = await openDevice();
    const hash = await hashOf(png('theirs'));
    server.set(hash, png('theirs'));
    const get = vi.spyOn(line, 'get');
    await Promise.all([files.find(hash, 'whole'), files.find(hash, 'whole')]);
    server.clear();
    expect(await (await files.find(hash, 'whole'))?.text()).toContain('theirs');
    expect(get).toHaveBeenCalledOnce();
  });

  it('that is not what its hash says is not shown', async () => {
    const { files, server } = await openDevice();
    server.set('a'.repeat(64), png('something else'));
    expect(await files.find('a'.repeat(64), 'whole')).toBeUndefined();
  });

  it('makes room for another that is looked at later; what waits for the server never does', async () => {
    const { files, server, database } = await openDevice(40);
    const mine = await kept(await files.keep(png('mine, and not sent yet')));
    const theirs = ['one', 'two', 'three', 'four'].map((text) => png(text));
    for (const file of theirs) {
      const hash = await hashOf(file);
      server.set(hash, file);
      await files.find(hash, 'whole');
    }
    const held = (await database.file.toCollection().primaryKeys()).toSorted();
    expect(held).toEqual([mine.hash, ...(await Promise.all(theirs.slice(1).map(hashOf)))].toSorted());
  });
});

it('a command that attaches a file stays until the file is sent, and with it what rests on it', async () => {
  const { files, database } = await openDevice();
  const { hash } = await kept(await files.keep(png('chart')));
  const row = (type: string, id: string, payload: object): OutboxRow =>
    ({ command: { type, payload }, touches: [`attachment/${id}`], shown: [`attachment/${id}`] }) as unknown as OutboxRow;
  const outbox = [
    row('AddAttachment', '1', { hash }),
    row('RemoveAttachment', '1', {}),
    row('AddAttachment', '2', { hash: 'sent before' }),
  ];
  expect(outbox.map(await heldBack(database))).toEqual([true, true, false]);
  await files.send(NEVER);
  expect(outbox.map(await heldBack(database))).toEqual([false, false, false]);
});
