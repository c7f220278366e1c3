import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { openBooks, openReplica, positionRows, responseRows, type BookEntry, type Files, type Replica } from '../../index.ts';
import type { openDesk } from '../../testing/desk.ts';
import { importBook, openExport, readExport, type Archive, type Manifest } from '../index.ts';

const NOW = '2026-03-11T12:00:00.000Z';
const NO_FILES: Pick<Files, 'find'> = { find: async () => undefined };

export type Packed = Map<string, Uint8Array<ArrayBuffer>>;

/** All the files of an export, by name. */
export async function pack(replica: Replica, files: Pick<Files, 'find'> = NO_FILES, book = 'Mine'): Promise<Packed> {
  const exporting = await openExport({ database: replica.ground.database, files, book, now: NOW });
  const packed: Packed = new Map();
  const made = exporting.files();
  for (let file = await made.next(); !file.done; file = await made.next()) packed.set(file.value.name, file.value.bytes);
  return packed;
}

export const manifestOf = (packed: Packed): Manifest => JSON.parse(new TextDecoder().decode(packed.get('manifest.json'))) as Manifest;

export const textOf = (packed: Packed, name: string): string => new TextDecoder().decode(packed.get(name));

export function archiveOf(packed: Packed): Archive {
  const entries = [...packed].map(([name, { length }]) => ({ name, bytes: length }));
  return { entries, read: async (name) => packed.get(name) };
}

/** A book made of an export, as the trader does it. */
export async function unpack(desk: ReturnType<typeof openDesk>, archive: Archive): Promise<BookEntry | Refusal> {
  const exported = await readExport(archive);
  if (isRefusal(exported)) return exported;
  const { signal } = new AbortController();
  const pictures = { look: async () => ({ width: 8, height: 6, thumbnail: new Blob(['small']) }) };
  return booksOf(desk).createFilledBook(exported.manifest.book, (database) =>
    importBook(database, exported, { pictures, now: NOW, progress: () => {}, signal }),
  );
}

export const booksOf = ({ surroundings }: ReturnType<typeof openDesk>) => openBooks(surroundings.clock, surroundings.ids);

export async function openBook(desk: ReturnType<typeof openDesk>, entry: BookEntry | Refusal): Promise<Replica> {
  if (isRefusal(entry)) throw new Error(entry.sentence);
  const server = entry.workspace_id === null ? {} : { server: desk.server.line };
  return openReplica({ bookId: entry.id, projections: [positionRows, responseRows], surroundings: desk.surroundings, ...server });
}
