import { addMs, refusalsFrom, type Instant, type Json } from '@taffrail/domain/kernel';
import { describe, expect, test } from 'vitest';
import type { ServerContext } from './index.ts';
import { command, newId, workspaceBench } from './testing/bench.ts';
import { tally } from './testing/tally.ts';

const refusals = refusalsFrom({ not_so: (d: { total: number }) => `The tally has ${d.total}.` });

/** A context that knows no facts of its own: it keeps a table of the tallies of another, and a job that remembers. */
function watcher(runs: { readonly at: Instant; readonly payload: Json }[]): ServerContext {
  return {
    context: { name: 'watcher', aggregates: [], commands: [], refusals },
    migrations: ['CREATE TABLE watcher_tally (id TEXT PRIMARY KEY, total INTEGER NOT NULL) STRICT'],
    tables: ['watcher_tally'],
    projections: {
      tally: (sql, id, _before, { total }: { total: number }) =>
        sql.run('INSERT INTO watcher_tally (id, total) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET total = excluded.total', id, total),
    },
    standingJob: 'watcher.look',
    jobsOf: ({ recorded_at }) => [{ kind: 'watcher.look', key: '', due_at: addMs(recorded_at, 1_000) }],
    jobs: {
      'watcher.look': async ({ payload }, { now, book, remember }) => {
        runs.push({ at: now, payload });
        remember({ seq: book.lastSeq });
        return addMs(now, 3_600_000);
      },
    },
    notFromOutside: ['RenameTally'],
    unfounded({ type, aggregate_id, payload }, { read }) {
      if (type !== 'AddToTally') return undefined;
      const { by } = payload as { by: number };
      const [row] = read((sql) => sql.all<{ total: number }>('SELECT total FROM watcher_tally WHERE id = ?', aggregate_id));
      return row && by < 0 && row.total + by < 10 ? refusals.not_so(row) : undefined;
    },
  };
}

function bench() {
  const runs: { at: Instant; payload: Json }[] = [];
  const book = workspaceBench({ contexts: [tally, watcher(runs)] });
  return { book, runs, workspace: book.open() };
}

const started = (id: string) => command('StartTally', id, { name: 'x' });

describe('contexts beside each other', () => {
  test('each keep rows of the same things, and both are rebuilt and verified', async () => {
    const { book, workspace } = bench();
    const id = newId();
    await workspace.submitInOrder([started(id), command('AddToTally', id, { by: 12 })], 'trader');
    expect(book.sql.all('SELECT id, total FROM tally')).toEqual([{ id, total: 12 }]);
    expect(book.sql.all('SELECT id, total FROM watcher_tally')).toEqual([{ id, total: 12 }]);
    book.harm(() => book.sql.run('UPDATE watcher_tally SET total = 13'));
    expect(book.verify().findings).toMatchObject([{ code: 'table_differs' }]);
  });

  test('say no to what is not so in the moment of deciding, and keep no receipt of that', async () => {
    const { workspace } = bench();
    const id = newId();
    const less = command('AddToTally', id, { by: -5 });
    await workspace.submit(started(id), 'trader');
    // Together with what makes it so it is decided behind it, in the same transaction.
    const answers = await workspace.submitInOrder([command('AddToTally', id, { by: 15 }), less], 'trader');
    expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    const again = command('AddToTally', id, { by: -5 });
    expect(await workspace.submit(again, 'trader')).toMatchObject({ outcome: 'refused', code: 'not_so', details: { total: 10 } });
    await workspace.submit(command('AddToTally', id, { by: 5 }), 'trader');
    expect(await workspace.submit(again, 'trader')).toMatchObject({ outcome: 'accepted' });
  });

  test('take from inside alone what is the own business of the server', async () => {
    const { workspace } = bench();
    const id = newId();
    await workspace.submit(started(id), 'trader');
    const rename = command('RenameTally', id, { name: 'y' }, { expected_version: 1 });
    expect(await workspace.submitInOrder([rename], 'trader')).toMatchObject([{ outcome: 'refused', code: 'kept_by_the_server' }]);
    expect(await workspace.submit(rename, 'trader')).toMatchObject({ outcome: 'accepted' });
    expect(await workspace.submitInOrder([rename], 'trader')).toMatchObject([{ outcome: 'duplicate' }]);
  });
});

describe('a standing job', () => {
  test('is there from the beginning, remembers where it was, and is asked for by facts without forgetting it', async () => {
    const { book, runs, workspace } = bench();
    await workspace.wake();
    expect(runs).toEqual([{ at: '2025-02-05T10:30:00.000Z', payload: null }]);
    await workspace.submit(started(newId()), 'trader');
    expect(book.alarm).toBe('2025-02-05T10:30:01.000Z');
    book.sleep(1_000);
    await workspace.wake();
    expect(runs.at(-1)).toEqual({ at: '2025-02-05T10:30:01.000Z', payload: { seq: 0 } });
    expect(book.alarm).toBe('2025-02-05T11:30:01.000Z');
  });

  test('runs once for what fell due while nobody was there, and is not begun anew by opening the book', async () => {
    const { book, runs, workspace } = bench();
    await workspace.submit(started(newId()), 'trader');
    await workspace.wake();
    book.sleep(5 * 3_600_000);
    await book.open().wake();
    await book.open().wake();
    expect(runs).toEqual([{ at: '2025-02-05T15:30:00.000Z', payload: null }]);
  });
});
