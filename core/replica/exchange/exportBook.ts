import { DAYS_TO_RESTORE, type Attachment } from '@taffrail/domain/attachments';
import { addMs, type Instant, type Versioned } from '@taffrail/domain/kernel';
import { fillsCsv, positionsCsv, positionView, type Account, type Position, type PositionView } from '@taffrail/domain/tradelog';
import { closeDocument, kindOf, openDocument, updateSince } from '@taffrail/sync';
import type { OpenDatabase } from '../copy/database.ts';
import { readMeta } from '../copy/meta.ts';
import { seenOf, type ConflictRow, type FactRow, type OutboxRow, type StateRow } from '../copy/tables.ts';
import { openShelf } from '../documents/shelf.ts';
import type { Files } from '../files/index.ts';
import { sha256 } from '../sha256.ts';
import { linesOf } from './jsonLines.ts';
import {
  attachmentFile,
  CONFLICTS,
  documentFile,
  EXPORT_VERSION,
  FACTS,
  FILLS_SHEET,
  MANIFEST,
  POSITIONS_SHEET,
  WAITING,
  type Manifest,
} from './manifest.ts';

export interface ExportSource {
  readonly database: OpenDatabase;
  /** Where files are that this device may have to fetch. */
  readonly files: Pick<Files, 'find'>;
  readonly book: string;
  readonly now: Instant;
}

export interface ExportFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface BookExport {
  /** How many files there will be, as far as can be told before they are fetched. */
  readonly count: number;
  /** One after the other, so that the pictures of a year are never in memory together. The manifest comes last and is also what it returns. */
  files(): AsyncGenerator<ExportFile, Manifest>;
}

/** Everything of a book, made without a network from what the device has. What it lacks is fetched where that can be done, else named. */
export async function openExport(source: ExportSource): Promise<BookExport> {
  const held = await readHeld(source.database);
  const documents = await source.database.document.toCollection().primaryKeys();
  const attached = attachedIn(held, source.now);
  const views = viewsOf(held, source.now);
  const plain = [
    { name: FACTS, bytes: () => linesOf(held.facts) },
    { name: WAITING, bytes: () => linesOf(held.outbox.map(({ command, made_at }) => ({ command, made_at }))) },
    { name: CONFLICTS, bytes: () => linesOf(held.conflicts) },
    { name: POSITIONS_SHEET, bytes: () => textBytes(positionsCsv(views)) },
    { name: FILLS_SHEET, bytes: () => textBytes(fillsCsv(views)) },
  ];

  async function* all(): AsyncGenerator<ExportFile, readonly string[]> {
    for (const { name, bytes } of plain) yield { name, bytes: bytes() };
    for (const name of documents) yield { name: documentFile(name), bytes: await documentBytes(source.database, name) };
    const missing: string[] = [];
    for (const { hash, media_type } of attached) {
      const file = await source.files.find(hash, 'whole');
      if (file) yield { name: attachmentFile(hash, media_type), bytes: new Uint8Array(await file.arrayBuffer()) };
      else missing.push(hash);
    }
    return missing;
  }

  async function* files(): AsyncGenerator<ExportFile, Manifest> {
    const listed: Manifest['files'] = [];
    const making = all();
    let made = await making.next();
    for (; !made.done; made = await making.next()) {
      const { name, bytes } = made.value;
      listed.push({ name, bytes: bytes.length, sha256: await sha256(bytes) });
      yield made.value;
    }
    const manifest: Manifest = {
      format: 'taffrail',
      version: EXPORT_VERSION,
      exported_at: source.now,
      book: source.book,
      log_id: held.logId,
      contents: {
        ...countsOf(held, views),
        documents: documents.length,
        attachments: attached.length - made.value.length,
      },
      missing: { facts: held.missingFacts, attachments: [...made.value] },
      files: listed,
    };
    yield { name: MANIFEST, bytes: textBytes(`${JSON.stringify(manifest, null, 2)}\n`) };
    return manifest;
  }

  return { count: plain.length + documents.length + attached.length + 1, files };
}

const textBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

interface Held {
  readonly logId: string | null;
  readonly missingFacts: number;
  readonly facts: readonly FactRow[];
  readonly outbox: readonly OutboxRow[];
  readonly conflicts: readonly ConflictRow[];
  readonly states: readonly StateRow[];
}

/** All of one moment. */
function readHeld(db: OpenDatabase): Promise<Held> {
  return db.transaction('r', [db.meta, db.fact, db.outbox, db.conflict, db.state], async () => {
    const place = await readMeta(db, 'place');
    return {
      logId: place !== undefined && place.seq > 0 ? place.log_id : null,
      missingFacts: place?.history_from ?? 0,
      facts: await db.fact.orderBy('event_seq').toArray(),
      outbox: await db.outbox.orderBy('place').toArray(),
      conflicts: await db.conflict.toArray(),
      states: await db.state.toArray(),
    };
  });
}

function statesIn<State>({ states }: Held, type: string): Versioned<State>[] {
  return states.flatMap((row) => {
    const seen = row.aggregate_type === type ? seenOf(row) : undefined;
    return seen === undefined ? [] : [seen as Versioned<State>];
  });
}

function viewsOf(held: Held, now: Instant): PositionView[] {
  const accounts = new Map(statesIn<Account>(held, 'account').map(({ state }) => [state.id, state]));
  return statesIn<Position>(held, 'position').flatMap((position) => {
    // A command in doubt may stand on an account that is gone.
    const account = accounts.get(position.state.account_id);
    return account ? [positionView(position, account, now)] : [];
  });
}

function countsOf(held: Held, views: readonly PositionView[]) {
  const days = views.flatMap(({ metadata: { opened_day, closed_day } }) => [opened_day, closed_day]).filter((day) => day !== null);
  const inOrder = days.toSorted();
  return {
    facts: held.facts.length,
    waiting: held.outbox.length,
    conflicts: held.conflicts.length,
    accounts: statesIn<Account>(held, 'account').map(({ state }) => state.name),
    positions: views.length,
    first_day: inOrder[0] ?? null,
    last_day: inOrder.at(-1) ?? null,
  };
}

/** What was removed too long ago to be brought back is gone at the server as well. */
function attachedIn(held: Held, now: Instant): Pick<Attachment, 'hash' | 'media_type'>[] {
  const since = addMs(now, -DAYS_TO_RESTORE * DAY_MS);
  const live = statesIn<Attachment>(held, 'attachment').filter(({ state: { removed_at } }) => removed_at === null || removed_at >= since);
  return [...new Map(live.map(({ state }) => [state.hash, state])).values()];
}

const DAY_MS = 86_400_000;
/** The state vector of whoever has nothing. */
const NOTHING_KNOWN = new Uint8Array([0]);

async function documentBytes(database: OpenDatabase, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const kind = kindOf(name);
  if (!kind) throw new Error(`there is no kind of document for ${name}`);
  const document = openDocument(kind, (await openShelf(database, name).read()).stored);
  const update = updateSince(document, NOTHING_KNOWN) as Uint8Array<ArrayBuffer>;
  closeDocument(document);
  return update;
}
