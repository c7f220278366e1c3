import { describe, expect, it } from 'vitest';
import { openBooks, openReplica, positionRows, type Replica } from '../index.ts';
import { allSent, createPosition, does, openAccount, type openDesk } from '../testing/desk.ts';
import { desks } from '../testing/desks.ts';

const desk = desks();

async function openBook({ surroundings }: ReturnType<typeof openDesk>, bookId: string, more = {}): Promise<Replica> {
  return openReplica({ bookId, projections: [positionRows], surroundings, ...more });
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
    expect(await books.attachBook(id, 'main', server.line)).toMatchObject({ id, workspace_id: 'main' });
    expect(await books.attachBook(id, 'other', server.line)).toMatchObject({ code: 'book_is_attached' });
    const attached = await openBook(opened, id, { server: server.line });
    await allSent(attached);
    expect(server.decided).toHaveLength(2);
    await attached.close();
  });

  it('a workspace has one copy on a device, however often it is joined', async () => {
    const { surroundings } = desk();
    const books = openBooks(surroundings.clock, surroundings.ids);
    const [one, two] = await Promise.all([books.joinWorkspace('swing', 'Swing'), books.joinWorkspace('swing', 'Swing')]);
    expect(one).toEqual(two);
    expect((await books.list()).filter(({ workspace_id }) => workspace_id === 'swing')).toEqual([one]);
  });

  it('a book with the facts of another log is not mixed into a workspace', async () => {
    const opened = desk();
    const other = desk();
    const { surroundings, server } = opened;
    const books = openBooks(surroundings.clock, surroundings.ids);
    const { id, name } = await books.createLocalBook('Restored');
    const filled = await openBook(opened, id, { server: other.server.line });
    await does(filled, openAccount);
    await allSent(filled);
    await filled.close();
    server.restore(0);
    expect(await books.attachBook(id, 'main', server.line)).toMatchObject({ code: 'book_of_another_log', details: { name } });
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
    expect(await books.attachBook(gone.id, 'main', opened.server.line)).toMatchObject({ code: 'no_such_book' });
  });
});
