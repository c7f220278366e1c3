import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageFault, type Sql, type SqlRow, type SqlValue } from '../../workspace/index.ts';

interface Opened {
  readonly sql: Sql;
  close(): void;
}

/** What every `Sql` must keep, whatever it runs on. */
export function sqlLaws(name: string, open: () => Opened): void {
  describe(`${name} keeps the laws of Sql`, () => {
    let opened: Opened;
    let sql: Sql;
    beforeEach(() => {
      opened = open();
      sql = opened.sql;
      sql.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, body ANY) STRICT');
    });
    afterEach(() => opened.close());

    const bodies = (): unknown[] => sql.all('SELECT body FROM note ORDER BY id').map((row) => row['body']);
    const add = (body: SqlValue): void => sql.run('INSERT INTO note (body) VALUES (?)', body);

    it('gives back the values it was given, in plain objects', () => {
      const values = ['', 'Größe 😀', 'a\0b', 0, -1, 1.5, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, null, new Uint8Array([0, 255])];
      values.forEach(add);
      expect(sql.all('SELECT body FROM note ORDER BY id')).toStrictEqual(values.map((body) => ({ body })));
    });

    it.each([Number.NaN, Infinity, 2 ** 53, 1e300, '\ud800', undefined, true, 1n, {}, [1]])(
      'refuses %s, which would come back as something else',
      (value) => {
        expect(() => add(value as SqlValue)).toThrow(/Parameter 1 cannot be stored/);
        expect(bodies()).toEqual([]);
      },
    );

    it('does not hand out an integer that would have to be rounded', () => {
      expect(() => sql.all('SELECT 9007199254740993 AS big')).toThrow(RangeError);
    });

    it('takes 100 parameters and not one more', () => {
      const sum = (count: number): SqlRow[] =>
        sql.all(`SELECT ${Array(count).fill('?').join('+')} AS total`, ...Array<number>(count).fill(1));
      expect(sum(100)).toEqual([{ total: 100 }]);
      expect(() => sum(101)).toThrow(/at most 100 parameters/);
    });

    it('reads with `all` and never writes with it', () => {
      expect(() => sql.all('INSERT INTO note (body) VALUES (1) RETURNING id')).toThrow(/reads only/);
      expect(bodies()).toEqual([]);
    });

    it('keeps working past the number of statements it remembers', () => {
      for (let n = 0; n < 600; n++) expect(sql.all(`SELECT ${n} AS n`)).toEqual([{ n }]);
      expect(sql.all('SELECT 0 AS n')).toEqual([{ n: 0 }]);
    });

    it('enforces foreign keys, and a broken constraint is not the fault of the storage', () => {
      sql.exec('CREATE TABLE reply (id INTEGER PRIMARY KEY, note_id INTEGER NOT NULL REFERENCES note (id)) STRICT');
      const orphan = caught(() => sql.run('INSERT INTO reply (note_id) VALUES (7)'));
      expect(orphan).toBeInstanceOf(Error);
      expect(orphan).not.toBeInstanceOf(StorageFault);
    });

    it('speaks the SQL a workspace is written in', () => {
      sql.exec(`
        CREATE TRIGGER note_stays BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'a note is never edited'); END;
        CREATE INDEX note_with_body ON note (body) WHERE body IS NOT NULL;
      `);
      sql.run(`INSERT INTO note (id, body) VALUES (1, '{"tags":["a","b"]}') ON CONFLICT (id) DO NOTHING`);
      expect(() => sql.run('UPDATE note SET body = NULL')).toThrow(/a note is never edited/);
      expect(sql.all(`SELECT tag.value AS tag FROM note, json_each(note.body, '$.tags') AS tag`)).toEqual([{ tag: 'a' }, { tag: 'b' }]);
      expect(
        sql.all(
          `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT sum(i) OVER (ORDER BY i) AS total FROM n`,
        ),
      ).toEqual([{ total: 1 }, { total: 3 }, { total: 6 }]);
    });

    it('takes a transaction back whole when its work throws, and goes on', () => {
      const cause = new Error('changed my mind');
      expect(
        caught(() =>
          sql.transaction(() => {
            add('lost');
            throw cause;
          }),
        ),
      ).toBe(cause);
      expect(
        sql.transaction(() => {
          add('kept');
          return 'answer';
        }),
      ).toBe('answer');
      expect(bodies()).toEqual(['kept']);
    });

    it('takes back only the inner work when an inner transaction throws', () => {
      sql.transaction(() => {
        add('before');
        caught(() =>
          sql.transaction(() => {
            add('inside');
            throw new Error('inner');
          }),
        );
        add('after');
      });
      expect(bodies()).toEqual(['before', 'after']);
    });

    it('keeps nothing of a transaction that SQLite took back by itself, even when its author goes on', () => {
      const again = "INSERT OR ROLLBACK INTO note (id, body) VALUES (1, 'again')";
      expect(() =>
        sql.transaction(() => {
          add('first');
          caught(() => sql.run(again));
          caught(() => add('after'));
        }),
      ).toThrow(/UNIQUE/);
      expect(bodies()).toEqual([]);
      expect(sql.transaction(() => 'open again')).toBe('open again');
    });

    it('refuses work that waits', () => {
      expect(() => sql.transaction(async () => add('early'))).toThrow(/returned a promise/);
      expect(bodies()).toEqual([]);
    });

    it.each(['BEGIN', ' commit', 'ROLLBACK', 'SAVEPOINT mine', 'PRAGMA synchronous = OFF', 'VACUUM', "ATTACH 'x' AS x"])(
      'leaves %s to the adapter',
      (statement) => {
        expect(() => sql.run(statement)).toThrow(/Not for a workspace/);
      },
    );

    it('does not let `exec` open or end a transaction', () => {
      expect(() => sql.exec('BEGIN; INSERT INTO note (body) VALUES (1)')).toThrow(/leave the transaction as it was/);
      expect(() =>
        sql.transaction(() => sql.exec('INSERT INTO note (body) VALUES (2); COMMIT; INSERT INTO note (body) VALUES (3)')),
      ).toThrow(/leave the transaction as it was/);
      expect(sql.transaction(() => 'open again')).toBe('open again');
    });

    it('nests transactions as a tree of all-or-nothing, however they fail', () => {
      fc.assert(
        fc.property(workTrees, (tree) => {
          sql.run('DELETE FROM note');
          const expected = survivors(tree);
          caught(() => perform(sql, tree));
          expect(bodies()).toEqual(expected);
        }),
        { numRuns: 200 },
      );
    });
  });
}

/** What `Sql` must keep when storage runs out of room. `open` gives a database that holds a few dozen pages. */
export function fullLaws(name: string, open: () => Opened): void {
  describe(`${name} runs full`, () => {
    let opened: Opened;
    let sql: Sql;
    beforeEach(() => {
      opened = open();
      sql = opened.sql;
      sql.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
      sql.run('INSERT INTO note (body) VALUES (?)', 'first');
    });
    afterEach(() => opened.close());

    const bodies = (): unknown[] => sql.all('SELECT body FROM note ORDER BY id').map((row) => row['body']);
    const fill = (): void => {
      for (let n = 0; n < 1_000; n++) sql.run('INSERT INTO note (body) VALUES (?)', 'x'.repeat(4_000));
    };

    it('says so, keeps what was committed, and takes writes again once there is room', () => {
      expect(caught(() => sql.transaction(fill))).toMatchObject({ name: 'StorageFault', kind: 'full' });
      expect(bodies()).toEqual(['first']);
      sql.transaction(() => sql.run('INSERT INTO note (body) VALUES (?)', 'second'));
      expect(bodies()).toEqual(['first', 'second']);
    });

    it('never keeps half of a transaction whose author overlooked the fault', () => {
      caught(() =>
        sql.transaction(() => {
          sql.run('INSERT INTO note (body) VALUES (?)', 'before');
          const fault = caught(() => sql.transaction(fill));
          expect(fault).toMatchObject({ kind: 'full' });
          sql.run('INSERT INTO note (body) VALUES (?)', 'after');
        }),
      );
      expect([['first'], ['first', 'before', 'after']]).toContainEqual(bodies());
    });
  });
}

interface Work {
  readonly steps: readonly (number | Work)[];
  readonly throws: boolean;
  /** Whether the work around it overlooks its failure. */
  readonly forgiven: boolean;
}

const { work: workTrees } = fc.letrec<{ work: Work }>((tie) => ({
  work: fc.record({
    steps: fc.array(fc.oneof({ depthSize: 'small' }, fc.nat(99), tie('work')), { maxLength: 4 }),
    throws: fc.boolean(),
    forgiven: fc.boolean(),
  }),
}));

/** The model: what a tree leaves behind, worked out without a database. */
function survivors(work: Work): number[] {
  return modelOf(work).kept;
}

function modelOf(work: Work): { kept: number[]; threw: boolean } {
  const kept: number[] = [];
  for (const step of work.steps) {
    if (typeof step === 'number') {
      kept.push(step);
      continue;
    }
    const inner = modelOf(step);
    if (inner.threw && !step.forgiven) return { kept: [], threw: true };
    kept.push(...inner.kept);
  }
  return work.throws ? { kept: [], threw: true } : { kept, threw: false };
}

function perform(sql: Sql, work: Work): void {
  sql.transaction(() => {
    for (const step of work.steps) {
      if (typeof step === 'number') sql.run('INSERT INTO note (body) VALUES (?)', step);
      else if (step.forgiven) caught(() => perform(sql, step));
      else perform(sql, step);
    }
    if (work.throws) throw new Error('on purpose');
  });
}

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
