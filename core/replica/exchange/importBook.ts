import { contexts } from '@taffrail/domain';
import { mediaTypeOf } from '@taffrail/domain/attachments';
import {
  commandSchema,
  evolve,
  instantSchema,
  isRefusal,
  type Command,
  type Instant,
  type Refusal,
  type Versioned,
} from '@taffrail/domain/kernel';
import { factProblem, findMisplaced, isWhole, kindOf, type Event } from '@taffrail/sync';
import { z } from 'zod';
import type { OpenDatabase } from '../copy/database.ts';
import { writeMeta } from '../copy/meta.ts';
import { keyOf, refOf, type ConflictRow, type Key, type OutboxRow, type StateRow } from '../copy/tables.ts';
import { openShelf } from '../documents/shelf.ts';
import { browserPictures, type Pictures } from '../files/index.ts';
import { outboxRow } from '../outbox/outboxRow.ts';
import { decidedOrDoubted, rowAfter } from '../outbox/retell.ts';
import type { Known } from '../outbox/settleHere.ts';
import { valuesIn } from './jsonLines.ts';
import { attachmentIn, CONFLICTS, documentIn, FACTS, WAITING, type Manifest } from './manifest.ts';
import type { ReadableExport } from './readExport.ts';
import { exchangeRefusals } from './refusals.ts';

export interface ImportParts {
  readonly pictures?: Pick<Pictures, 'look'>;
  readonly now: Instant;
  /** How many of the export's files have been taken so far. */
  readonly progress: (taken: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Fills a database that nobody has opened yet with what is in an export. Whoever calls shows it to the trader when all went well, and
 * deletes it otherwise; so however it ends, there is the whole book or nothing.
 */
export async function importBook(database: OpenDatabase, exported: ReadableExport, parts: ImportParts): Promise<Refusal | undefined> {
  const { manifest } = exported;
  if (manifest.missing.facts > 0) return exchangeRefusals.export_partial({ facts: manifest.missing.facts });
  const facts = await readFacts(exported);
  if (isRefusal(facts)) return facts;
  const states = fold(facts);
  if (isRefusal(states)) return states;
  const problem = (await takeWaiting(database, exported, states)) ?? (await takePapers(database, exported, parts));
  if (problem) return problem;
  for (let from = 0; from < facts.length; from += ROWS_AT_ONCE) await database.fact.bulkAdd(facts.slice(from, from + ROWS_AT_ONCE));
  if (manifest.log_id !== null && facts.length > 0) {
    await writeMeta(database, 'place', { log_id: manifest.log_id, seq: facts.length, history_from: 0 });
  }
  await writeMeta(database, 'saved_at', { device: parts.now });
  return undefined;
}

const ROWS_AT_ONCE = 2_000;

const damaged = (name: string, problem: string): Refusal => exchangeRefusals.export_damaged({ name, problem });

async function readLines<T>(exported: ReadableExport, name: string, schema: z.ZodType<T>): Promise<T[] | Refusal> {
  const bytes = await exported.read(name);
  if (isRefusal(bytes)) return bytes;
  const values: T[] = [];
  try {
    for (const value of valuesIn(bytes)) {
      const parsed = schema.safeParse(value);
      if (!parsed.success) return damaged(name, `has a line ${values.length + 1} that is not understood`);
      values.push(parsed.data);
    }
  } catch {
    return damaged(name, `has a line ${values.length + 1} that cannot be read`);
  }
  return values;
}

async function readFacts(exported: ReadableExport): Promise<Event[] | Refusal> {
  const facts = (await readLines(exported, FACTS, z.unknown())) as Event[] | Refusal;
  if (isRefusal(facts)) return facts;
  for (const [index, fact] of facts.entries()) {
    const problem = factProblem(contexts, fact);
    if (problem !== undefined) return damaged(FACTS, `has a line ${index + 1} that is not a fact: ${problem}`);
  }
  const misplaced = findMisplaced(facts);
  return misplaced ? damaged(FACTS, `has a fact ${misplaced.fact} that does not follow: ${misplaced.problem}`) : facts;
}

type States = ReadonlyMap<Key, Versioned>;

function fold(facts: readonly Event[]): States | Refusal {
  const states = new Map<Key, Versioned>();
  for (const fact of facts) {
    try {
      states.set(keyOf(fact), evolve(contexts, states.get(keyOf(fact)), fact));
    } catch {
      return damaged(FACTS, `has a fact ${fact.event_seq} that does not follow`);
    }
  }
  return states;
}

const versionedSchema = z.object({ version: z.int(), state: z.json() });
const waitingSchema = z.strictObject({ command: commandSchema, made_at: instantSchema });
const conflictSchema = z.object({
  command_id: z.string(),
  command: commandSchema,
  code: z.string(),
  sentence: z.string(),
  aggregate_type: z.string(),
  wanted: versionedSchema.optional(),
  made_at: instantSchema,
  refused_at: instantSchema,
});

/** What waits is decided again on what is confirmed, as it is on every device, and goes to whichever server the book comes to belong to. */
async function takeWaiting(database: OpenDatabase, exported: ReadableExport, confirmed: States): Promise<Refusal | undefined> {
  const waiting = await readLines(exported, WAITING, waitingSchema);
  if (isRefusal(waiting)) return waiting;
  const conflicts = await readLines(exported, CONFLICTS, conflictSchema);
  if (isRefusal(conflicts)) return conflicts;
  const known: Known = new Map(confirmed);
  const rows: Omit<OutboxRow, 'place'>[] = [];
  for (const { command, made_at } of waiting) {
    const row = await decided(command, made_at, known);
    if (row === undefined) return damaged(WAITING, `has a command ${command.type}, which is not known here`);
    rows.push(row);
  }
  await database.outbox.bulkAdd(rows);
  await database.conflict.bulkAdd(conflicts as ConflictRow[]);
  await database.state.bulkAdd([...known].flatMap(([key, seen]) => (seen ? [stateRow(key, confirmed.get(key), seen)] : [])));
  return undefined;
}

async function decided(command: Command, madeAt: Instant, known: Known): Promise<Omit<OutboxRow, 'place'> | undefined> {
  if (!contexts.some(({ commands }) => commands.some(({ type }) => type === command.type))) return undefined;
  const row = outboxRow(command, madeAt, UNDECIDED);
  const decision = await decidedOrDoubted(row, known, async () => undefined);
  if (!isRefusal(decision.outcome)) for (const { after, ...ref } of decision.outcome.changes) known.set(keyOf(ref), after);
  return rowAfter(row, decision);
}

const UNDECIDED = { facts: [], touches: [], shown: [], moments: [], doubt: null, wanted: undefined };

function stateRow(key: Key, confirmed: Versioned | undefined, seen: Versioned): StateRow {
  return { key, ...refOf(key), confirmed, expected: seen.version > (confirmed?.version ?? 0) ? seen : undefined };
}

/** Documents and files belong to no server yet, so all of them wait for one. */
async function takePapers(database: OpenDatabase, exported: ReadableExport, parts: ImportParts): Promise<Refusal | undefined> {
  for (const [index, file] of exported.manifest.files.entries()) {
    parts.signal.throwIfAborted();
    const problem = await takePaper(database, exported, file, parts);
    if (problem) return problem;
    parts.progress(index + 1);
  }
  return undefined;
}

type ListedFile = Manifest['files'][number];

async function takePaper(
  database: OpenDatabase,
  exported: ReadableExport,
  file: ListedFile,
  parts: ImportParts,
): Promise<Refusal | undefined> {
  const document = documentIn(file.name);
  const hash = attachmentIn(file.name);
  if (document === undefined && hash === undefined) return undefined;
  const bytes = await exported.read(file.name);
  if (isRefusal(bytes)) return bytes;
  if (hash !== undefined) return takeFile(database, file, hash, bytes, parts);
  return takeDocument(database, file, document ?? '', bytes);
}

async function takeDocument(database: OpenDatabase, file: ListedFile, name: string, content: Uint8Array): Promise<Refusal | undefined> {
  const kind = kindOf(name);
  if (!kind || !isWhole(kind, content)) return damaged(file.name, 'is not a whole document');
  await openShelf(database, name).append([{ content, waits: true }]);
  return undefined;
}

async function takeFile(
  database: OpenDatabase,
  { name, sha256 }: ListedFile,
  hash: string,
  content: Uint8Array<ArrayBuffer>,
  { pictures = browserPictures, now }: ImportParts,
): Promise<Refusal | undefined> {
  const media_type = mediaTypeOf(content);
  if (sha256 !== hash || media_type === undefined) return damaged(name, 'is not what its name says');
  // What this browser cannot draw is kept all the same: another one can.
  const looked = media_type === 'application/pdf' ? undefined : await pictures.look(new Blob([content], { type: media_type }));
  const { width = null, height = null } = looked ?? {};
  const thumbnail = looked && { thumbnail: new Uint8Array(await looked.thumbnail.arrayBuffer()) };
  await database.file.put({
    hash,
    media_type,
    content,
    width,
    height,
    ...thumbnail,
    kept_bytes: content.length,
    used_at: now,
    waits: hash,
  });
  return undefined;
}
