import type { Id } from '@taffrail/domain/kernel';
import { Dexie, type Collection } from 'dexie';
import type { Database } from '../copy/database.ts';
import type { Key, ListRow, SheetRow } from '../copy/tables.ts';

type SheetKey = [projection: string, sheet: string];

/** One of 256, all of a length: the end of an id is chance, whenever it was made. */
const sheetOf = (id: Id): string => id.slice(-2);

/** By the table's own key: an index would lead to each sheet one by one. */
export function sheetsOf(db: Database, projection: string): Collection<SheetRow, SheetKey> {
  return db.sheet.where('[projection+sheet]').between([projection, Dexie.minKey], [projection, Dexie.maxKey]);
}

export const linesIn = ({ text }: SheetRow): readonly ListRow[] => JSON.parse(text) as readonly ListRow[];

export async function linesOf(db: Database, projection: string, ids: readonly Id[]): Promise<ReadonlyMap<Id, ListRow>> {
  const keys = [...new Set(ids.map(sheetOf))].map((sheet): SheetKey => [projection, sheet]);
  const found = await db.sheet.bulkGet(keys);
  return new Map(found.flatMap((row) => (row ? linesIn(row).map((line) => [line.id, line] as const) : [])));
}

/** Lines that were worked out from any of these neighbours. */
export async function linesResting(db: Database, projection: string, neighbours: readonly Key[]): Promise<readonly ListRow[]> {
  const among = new Set(neighbours);
  const sheets = await db.sheet.where('reads').anyOf(neighbours).distinct().toArray();
  const lines = sheets.filter((row) => row.projection === projection).flatMap(linesIn);
  return lines.filter(({ reads }) => reads.some((key) => among.has(key)));
}

/** Each id has the line given for it from now on, or none. */
export async function replaceLines(
  db: Database,
  projection: string,
  lines: readonly (readonly [Id, ListRow | undefined])[],
): Promise<void> {
  const bySheet = Map.groupBy(lines, ([id]) => sheetOf(id));
  const keys = [...bySheet.keys()].map((sheet): SheetKey => [projection, sheet]);
  const before = await db.sheet.bulkGet(keys);
  const after = keys.map((key, index) => [key, linesAfter(before[index], bySheet.get(key[1]) ?? [])] as const);
  const [kept, empty] = [after.filter(([, left]) => left.length > 0), after.filter(([, left]) => left.length === 0)];
  if (kept.length > 0) await db.sheet.bulkPut(kept.map(([key, left]) => sheetRow(key, left)));
  if (empty.length > 0) await db.sheet.bulkDelete(empty.map(([key]) => key));
}

function linesAfter(before: SheetRow | undefined, replaced: readonly (readonly [Id, ListRow | undefined])[]): readonly ListRow[] {
  const lines = new Map(before && linesIn(before).map((line) => [line.id, line]));
  for (const [id, line] of replaced) {
    if (line === undefined) lines.delete(id);
    else lines.set(id, line);
  }
  return inOrder([...lines.values()]);
}

function sheetRow([projection, sheet]: SheetKey, lines: readonly ListRow[]): SheetRow {
  return { projection, sheet, reads: [...new Set(lines.flatMap(({ reads }) => reads))], text: JSON.stringify(lines) };
}

/** As they were made, which is how ids follow each other. */
export const inOrder = (lines: readonly ListRow[]): readonly ListRow[] => lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
