import { judgementId } from '@taffrail/domain/discipline';
import { phaseProgressId } from '@taffrail/domain/phases';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { openBooks, openReplica, positionRows, type Replica, type Wish } from '../index.ts';
import { allSent, createPosition, does, openAccount, positionId, type openDesk } from '../testing/desk.ts';
import { desks } from '../testing/desks.ts';

const desk = desks();

async function openBook({ surroundings }: ReturnType<typeof openDesk>, bookId: string, more = {}): Promise<Replica> {
  return openReplica({ bookId, projections: [positionRows], surroundings, ...more });
}

const begun: Wish = { type: 'BeginPhases', aggregate_id: phaseProgressId, payload: { phase: 'experience', operator_id: null } };

/** A day with a loss too many, which comes to another figure each time. */
function judged(figure: string): Wish {
  const period = { scope: 'day', key: '2026-03-09' } as const;
  const finding = {
    rule_key: 'loss_streak_day',
    scope: period.scope,
    date_or_week: period.key,
    days: [period.key],
    account_id: null,
    currency: null,
    position_ids: [],
    figure,
    limit: '0',
    sentence: `${figure} losses in a row.`,
  };
  return { type: 'JudgePeriod', aggregate_id: judgementId(period), payload: { ...period, findings: [finding], because: 'trade_changed' } };
}

describe('the books of a device', () => {
  it('a book of this device alone is attached to a workspace, with all that was done in it', async () => {
    const opened = desk();
    const { surroundings, server } = opened;
    const books = openBooks(surroundings.clock, surroundings.ids);
    const { id } = await books.createLocalBook('Mine');
    const alone = await openBook(opened, id);
    await does(alone, openAccount, createPosition(1));
    await alone.close();
    expect(await books.attachBook(id, 'main', server.line, server.intake)).toMatchObject({ id, workspace_id: 'main' });
    expect(await books.attachBook(id, 'other', server.line, server.intake)).toMatchObject({ code: 'book_is_attached' });
    const attached = await openBook(opened, id, { server: server.line });
    await allSent(attached);
    expect(server.decided).toHaveLength(2);
    await attached.close();
  });

  it('what a book of this device alone has judged of itself is left to the server it comes to, and nobody has to choose', async () => {
    const opened = desk();
    const { surroundings, server } = opened;
    const books = openBooks(surroundings.clock, surroundings.ids);
    const { id } = await books.createLocalBook('Mine');
    const alone = await openBook(opened, id);
    await does(alone, openAccount, begun, judged('1'), judged('2'), judged('3'), createPosition(1));
    expect(await alone.states('breach')).toHaveLength(1);
    await alone.close();
    await books.attachBook(id, 'main', server.line, server.intake);
    const attached = await openBook(opened, id, { server: server.line });
    await allSent(attached);
    expect(attached.conflicts.value).toEqual([]);
    expect(await attached.states('breach')).toEqual([]);
    expect(await attached.state('position', positionId(1))).toBeDefined();
    expect(new Set(server.facts.map(({ type }) => type))).toEqual(new Set(['AccountOpened', 'PhasesBegun', 'PositionCreated']));
    await attached.close();
  });

  it('made-up trades are attached to no workspace', async () => {
    const { surroundings, server } = desk();
    const books = openBooks(surroundings.clock, surroundings.ids);
    const { id } = await books.createSampleBook('Sample');
    expect(await books.attachBook(id, 'main', server.line, server.intake)).toMatchObject({ code: 'book_is_made_up' });
    expect((await books.list()).find((book) => book.id === id)).toMatchObject({ workspace_id: null, is_sample: true });
  });

  it('a workspace has one copy on a device, however often it is joined', async () => {
    const { surroundings } = desk();
    const books = openBooks(surroundings.clock, surroundings.ids);
    const [one, two] = await Promise.all([books.joinWorkspace('swing', 'Swing'), books.joinWorkspace('swing', 'Swing')]);
    expect(one).toEqual(two);
    expect((await books.list()).filter(({ workspace_id }) => workspace_id === 'swing')).toEqual([one]);
  });

  it('a book with the facts of another log is brought to a workspace whole, and only to an empty one', async () => {
    const opened = desk();
    const [first, empty, busy] = [desk(), desk(), desk()];
    const { surroundings } = opened;
    const books = openBooks(surroundings.clock, surroundings.ids);
    const { id, name } = await books.createLocalBook('Restored');
    const filled = await openBook(opened, id, { server: first.server.line });
    await does(filled, openAccount, createPosition(1));
    await allSent(filled);
    await filled.close();
    for (const { server } of [empty, busy]) server.restore(0);
    busy.server.submit([{ ...(openAccount as object), command_id: 'theirs' } as never]);
    expect(await books.attachBook(id, 'busy', busy.server.line, busy.server.intake)).toMatchObject({
      code: 'book_of_another_log',
      details: { name },
    });
    expect(busy.server.facts).toHaveLength(1);
    expect(await books.attachBook(id, 'empty', empty.server.line, empty.server.intake)).toMatchObject({ workspace_id: 'empty' });
    expect(empty.server.facts).toEqual(first.server.facts);
    const attached = await openBook(opened, id, { server: empty.server.line });
    await does(attached, createPosition(2));
    await allSent(attached);
    expect(empty.server.facts.length).toBeGreaterThan(first.server.facts.length);
    await attached.close();
  });

  it('a book that could not be filled was never there', async () => {
    const { surroundings } = desk();
    const books = openBooks(surroundings.clock, surroundings.ids);
    const [before, names] = [await books.list(), await Dexie.getDatabaseNames()];
    const refusal = { refused: true, code: 'no', sentence: 'No.', details: {} } as const;
    expect(await books.createFilledBook('Half', async () => refusal)).toBe(refusal);
    const broken = books.createFilledBook('Broken', async (database) => {
      await database.meta.put({ name: 'saved_at', value: {} });
      throw new Error('pulled out');
    });
    await expect(broken).rejects.toThrow('pulled out');
    const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    expect(await books.createFilledBook('Full', () => Promise.reject(full))).toMatchObject({ code: 'storage_full' });
    expect(await books.list()).toEqual(before);
    expect(await Dexie.getDatabaseNames()).toEqual(names);
  });

  it('a removed book is gone, and nothing else is', async () => {
    const opened = desk();
    const { surroundings } = opened;
    const books = openBooks(surroundings.clock, surroundings.ids);
    const [kept, gone] = [await books.createLocalBook('Kept'), await books.createLocalBook('Sample')];
    for (const { id } of [kept, gone]) {
      const replica = await openBook(opened, id);
      await does(replica, openAccount);
      await replica.close();
    }
    await books.removeBook(gone.id);
    const ids = new Set((await books.list()).map(({ id }) => id));
    expect([ids.has(kept.id), ids.has(gone.id)]).toEqual([true, false]);
    const again = await openBook(opened, gone.id);
    expect(again.waiting.value.commands).toBe(0);
    await again.close();
    expect(await books.attachBook(gone.id, 'main', opened.server.line, opened.server.intake)).toMatchObject({ code: 'no_such_book' });
  });
});
