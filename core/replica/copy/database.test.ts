import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { createPosition, does, freshBookId, idOf, openAccount, openDesk, positionId } from '../testing/desk.ts';
import { until } from '../testing/until.ts';
import { openReplica, positionRows, type PositionRow } from '../index.ts';
import { databaseName } from './database.ts';

/** As it was shipped. */
const VERSION_1 = {
  state: 'key, aggregate_type',
  fact: 'event_seq, [aggregate_type+aggregate_id+event_seq], occurred_at',
  outbox: '++place, &command_id, accepted_seq, *shown, *touches, *moments',
  conflict: 'command_id',
  list: '[projection+id], *reads',
  meta: 'name',
};

const account = {
  id: idOf(1),
  name: 'Main',
  broker: 'Paper',
  currency: 'USD',
  zone: 'America/New_York',
  session_start: '00:00',
  closed: false,
};
const waiting = {
  command: { ...openAccount, command_id: 'one' },
  command_id: 'one',
  made_at: '2026-03-10T20:00:00.000Z',
  facts: [],
  touches: [`account/${idOf(1)}`],
  shown: [`account/${idOf(1)}`],
  moments: [],
  doubt: null,
  accepted_seq: null,
};

describe('the database of a book', () => {
  it('written by version 1 is opened with all that is in it, and takes documents and files from then on', async () => {
    const bookId = freshBookId();
    const old = new Dexie(databaseName(bookId));
    old.version(1).stores(VERSION_1);
    await old
      .table('state')
      .put({ key: `account/${idOf(1)}`, aggregate_type: 'account', aggregate_id: idOf(1), expected: { version: 1, state: account } });
    await old.table('outbox').add(waiting);
    old.close();

    const { surroundings } = openDesk();
    const replica = await openReplica({ bookId, projections: [positionRows], surroundings });
    expect(await replica.state('account', idOf(1))).toEqual({ version: 1, state: account });
    expect(replica.waiting.value).toEqual({ commands: 1, documents: 0, files: 0 });
    await replica.ground.database.writing.add({ name: 'day/2026-03-10', content: new Uint8Array([1]), waits: 'day/2026-03-10' });
    replica.ground.waitingChanged();
    await replica.close();
    const again = await openReplica({ bookId, projections: [positionRows], surroundings });
    expect(again.waiting.value).toEqual({ commands: 1, documents: 1, files: 0 });
    await again.close();
  });

  it('written by version 1 has its lists again, kept as they are kept now', async () => {
    const { surroundings, openTab, close } = openDesk({ attached: false });
    const made = await openTab();
    await does(made, openAccount, createPosition(1));
    const states = await made.ground.database.state.toArray();
    await close();
    const bookId = freshBookId();
    const old = new Dexie(databaseName(bookId));
    old.version(1).stores(VERSION_1);
    await old.table('state').bulkPut(states);
    await old.table('list').put({ projection: 'positions', id: positionId(1), reads: [], row: { symbol: 'as it was' } });
    await old.table('meta').put({ name: 'lists', value: { positions: 1 } });
    old.close();

    const replica = await openReplica({ bookId, projections: [positionRows], surroundings });
    const rows = replica.rows<PositionRow>('positions');
    await until('the rows are loaded', () => rows.value !== undefined);
    expect([...rows.value!.values()].map(({ symbol }) => symbol)).toEqual(['AAPL']);
    await replica.close();
  });

  it('whose lists were kept as objects has them again, as text', async () => {
    const { surroundings, bookId, openTab, close } = openDesk({ attached: false });
    const { database } = (await openTab()).ground;
    await does(await openTab(), openAccount, createPosition(1));
    const sheets = await database.sheet.toArray();
    await database.table('sheet').bulkPut(sheets.map(({ text, ...sheet }) => ({ ...sheet, lines: JSON.parse(text) as unknown })));
    await database.meta.put({ name: 'lists', value: { positions: 4, responses: 2 } });
    await close();

    const replica = await openReplica({ bookId, projections: [positionRows], surroundings });
    const rows = replica.rows<PositionRow>('positions');
    await until('the rows are loaded', () => rows.value !== undefined);
    expect([...rows.value!.keys()]).toEqual([positionId(1)]);
    await replica.close();
  });

  it('that a newer version keeps otherwise by now is written to by no page of this one, and keeps what it had', async () => {
    const { surroundings, bookId, openTab } = openDesk({ attached: false });
    const older = await openTab();
    await does(older, openAccount);
    const newer = new Dexie(databaseName(bookId));
    newer.version(older.ground.database.verno + 1).stores({ ...VERSION_1, list: null, ledger: 'id' });
    await newer.open();
    expect(await older.dispatch(createPosition(1))).toMatchObject({ code: 'book_let_go' });
    expect(await newer.table('outbox').count()).toBe(1);
    await older.close();
    newer.close();
    await Dexie.delete(databaseName(bookId));
    const again = await openReplica({ bookId, projections: [positionRows], surroundings });
    expect(await again.states('account')).toEqual([]);
    await again.close();
  });
});
