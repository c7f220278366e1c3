import { beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from './index.ts';
import { LogCutShort, StorageFault } from './index.ts';
import { command, newId, workspaceBench } from './testing/bench.ts';

const script = 'script';

describe('a workspace', () => {
  let bench: ReturnType<typeof workspaceBench>;
  beforeEach(() => {
    bench = workspaceBench();
  });

  test('turns a command into facts, a state and table rows', async () => {
    const workspace = bench.open();
    const id = newId();
    const answer = await workspace.submit(command('StartTally', id, { name: 'trades' }), script);
    expect(answer).toMatchObject({
      outcome: 'accepted',
      version: 1,
      facts: [{ type: 'TallyStarted', event_seq: 1, aggregate_version: 1, actor: script }],
    });
    expect(workspace.state({ aggregate_type: 'tally', aggregate_id: id })).toEqual({ version: 1, state: { name: 'trades', total: 0 } });
    expect(workspace.read((sql) => sql.all('SELECT * FROM tally'))).toEqual([{ id, name: 'trades', total: 0 }]);
  });

  test('gives the same command the same answer for ever, across restarts (rule 4)', async () => {
    const start = command('StartTally', newId(), { name: 'trades' });
    const first = await bench.open().submit(start, script);
    bench.sleep(86_400_000);
    const again = await bench.open().submit(start, script);
    expect(again).toEqual({ ...first, outcome: 'duplicate' });
    expect(bench.verify()).toMatchObject({ facts: 1, findings: [] });
  });

  test('keeps a decided refusal too: what was refused is not accepted later by being sent again (rule 4)', async () => {
    const workspace = bench.open();
    const id = newId();
    await workspace.submit(command('StartTally', id, { name: 'trades' }), script);
    const take = command('AddToTally', id, { by: -1 });
    const refused = await workspace.submit(take, script);
    expect(refused).toMatchObject({ outcome: 'refused', code: 'below_zero' });
    await workspace.submit(command('AddToTally', id, { by: 5 }), script);
    expect(await workspace.submit(take, script)).toEqual(refused);
  });

  test('refuses an id that was used for another input, and writes nothing (rule 4)', async () => {
    const workspace = bench.open();
    const start = command('StartTally', newId(), { name: 'trades' });
    await workspace.submit(start, script);
    expect(await workspace.submit({ ...start, payload: { name: 'other' } }, script)).toMatchObject({ code: 'command_id_reused' });
    expect(workspace.lastSeq).toBe(1);
  });

  test.each([
    ['an unknown command', () => command('Nonsense', newId(), {}), 'unknown_command'],
    ['a payload of another shape', () => command('StartTally', newId(), { name: 7 }), 'invalid_input'],
    ['an unknown key', () => command('StartTally', newId(), { name: 'x', extra: 1 }), 'invalid_input'],
    ['an id nobody knows', () => command('AddToTally', newId(), { by: 1 }), 'not_found'],
  ])('refuses %s with a sentence', async (_, build, code) => {
    const workspace = bench.open();
    expect(await workspace.submit(build(), script)).toMatchObject({ outcome: 'refused', code, sentence: expect.stringMatching(/\.$/) });
    expect(workspace.lastSeq).toBe(0);
  });

  test('checks the version an edit was made on', async () => {
    const workspace = bench.open();
    const id = newId();
    await workspace.submit(command('StartTally', id, { name: 'a' }), script);
    expect(await workspace.submit(command('RenameTally', id, { name: 'b' }), script)).toMatchObject({ code: 'version_required' });
    expect(await workspace.submit(command('RenameTally', id, { name: 'b' }, { expected_version: 1 }), script)).toMatchObject({
      outcome: 'accepted',
      version: 2,
    });
    expect(await workspace.submit(command('RenameTally', id, { name: 'c' }, { expected_version: 1 }), script)).toMatchObject({
      code: 'version_conflict',
      details: { expected_version: 1, current_version: 2 },
    });
  });

  test('decides over several aggregates at once', async () => {
    const workspace = bench.open();
    const [from, into] = [newId(), newId()];
    await workspace.submit(command('StartTally', from, { name: 'from' }), script);
    await workspace.submit(command('StartTally', into, { name: 'into' }), script);
    await workspace.submit(command('AddToTally', from, { by: 7 }), script);
    await workspace.submit(command('PourTally', from, { into }), script);
    expect(workspace.read((sql) => sql.all('SELECT name, total FROM tally ORDER BY name'))).toEqual([
      { name: 'from', total: 0 },
      { name: 'into', total: 7 },
    ]);
  });

  test('a refusal stops what was built on it, and nothing else', async () => {
    const workspace = bench.open();
    const [a, b] = [newId(), newId()];
    const answers = await workspace.submitInOrder(
      [
        command('StartTally', a, { name: 'a' }),
        command('AddToTally', a, { by: -1 }),
        command('AddToTally', a, { by: 1 }),
        command('StartTally', b, { name: 'b' }),
      ],
      script,
    );
    expect(answers.map((answer) => (answer.outcome === 'refused' ? answer.code : answer.outcome))).toEqual([
      'accepted',
      'below_zero',
      'earlier_command_refused',
      'accepted',
    ]);
  });

  test('a clock set back by seconds does not put a later fact before an earlier one (rule 9)', async () => {
    const workspace = bench.open();
    const id = newId();
    await workspace.submit(command('StartTally', id, { name: 'a' }), script);
    bench.sleep(-5_000);
    expect(await workspace.submit(command('AddToTally', id, { by: 1 }), script)).toMatchObject({ recorded_at: '2025-02-05T10:30:00.000Z' });
    expect(await bench.open().submit(command('AddToTally', id, { by: 1 }), script)).toMatchObject({
      recorded_at: '2025-02-05T10:30:00.000Z',
    });
    bench.sleep(-86_400_000);
    expect(await bench.open().submit(command('AddToTally', id, { by: 1 }), script)).toMatchObject({
      recorded_at: '2025-02-04T10:29:55.000Z',
    });
  });

  test('whoever follows a book that is closed finds that out', () => {
    const workspace = bench.open();
    let rung = 0;
    workspace.onCommit(() => (rung += 1));
    workspace.close();
    expect(rung).toBe(1);
    expect(() => workspace.facts(0, 1)).toThrow('this book was closed');
  });

  test('a defect in one command takes back that command and leaves its neighbours in the group alone (rule 5)', async () => {
    const workspace = bench.open();
    const id = newId();
    const results = await Promise.allSettled([
      workspace.submit(command('StartTally', id, { name: 'a' }), script),
      workspace.submit(command('AddToTally', id, { by: 999_999_999 }), script),
      workspace.submit(command('AddToTally', id, { by: 2 }), script),
      workspace.submit(command('BreakTally', id, {}), script),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(workspace.lastSeq).toBe(2);
    expect(bench.verify()).toMatchObject({ facts: 2, findings: [] });
  });

  test('a state as of an older fact is the fold up to it', async () => {
    const workspace = bench.open();
    const id = newId();
    await workspace.submit(command('StartTally', id, { name: 'a' }), script);
    await workspace.submit(command('StartTally', newId(), { name: 'b' }), script);
    for (const by of [1, 2, 3]) await workspace.submit(command('AddToTally', id, { by }), script);
    const totals = [1, 2, 3, 4, 5].map((seq) => workspace.stateAsOf({ aggregate_type: 'tally', aggregate_id: id }, seq)?.state);
    expect(totals).toEqual([0, 0, 1, 3, 6].map((total) => ({ name: 'a', total })));
    expect(workspace.stateAsOf({ aggregate_type: 'tally', aggregate_id: id }, 0)).toBeUndefined();
  });

  test('facts can be read from any point, without gap or repeat, from memory and from the database', async () => {
    const workspace = bench.open();
    const id = newId();
    await workspace.submit(command('StartTally', id, { name: 'a' }), script);
    await workspace.submitInOrder(
      Array.from({ length: 99 }, () => command('AddToTally', id, { by: 1 })),
      script,
    );
    const reopened = bench.open();
    for (const source of [workspace, reopened]) {
      expect(source.facts(0, 1_000).map((fact) => fact.event_seq)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
      expect(source.facts(97, 2).map((fact) => fact.event_seq)).toEqual([98, 99]);
      expect(source.facts(100, 5)).toEqual([]);
    }
  });

  test('an aggregate cannot have its facts edited, deleted, replaced or skipped, even by hand (rule 2)', async () => {
    const workspace = bench.open();
    await workspace.submit(command('StartTally', newId(), { name: 'a' }), script);
    expect(() => bench.sql.run("UPDATE fact SET payload = '{}'")).toThrow(/never edited/);
    expect(() => bench.sql.run('DELETE FROM fact')).toThrow(/never deleted/);
    const row = "'x','t','tally','a',9,'','','c','me','{}','h'";
    expect(() => bench.sql.run(`INSERT OR REPLACE INTO fact VALUES (1,${row})`)).toThrow(/without a gap/);
    expect(() => bench.sql.run(`INSERT INTO fact VALUES (3,${row})`)).toThrow(/without a gap/);
  });

  test('a witness that a power cut left empty learns the head again when the book is opened', async () => {
    const workspace = bench.open();
    await workspace.submit(command('StartTally', newId(), { name: 'a' }), script);
    bench.forgetHead();
    expect(bench.verify().findings).toMatchObject([{ code: 'head_differs' }]);
    bench.open();
  });

  test('refuses to open a log that ends before what was acknowledged (rule 3)', async () => {
    const workspace = bench.open();
    await workspace.submit(command('StartTally', newId(), { name: 'a' }), script);
    bench.harm(() => bench.head.write({ seq: 5, hash: 'f'.repeat(64) }));
    expect(() => bench.open()).toThrow(LogCutShort);
    expect(bench.verify().findings).toMatchObject([{ code: 'head_differs' }]);
  });
});

describe('storage faults', () => {
  test.each(['full', 'busy'] as const)(
    '%s: everyone in the group is told, nothing stays behind, and the next group is fine (rule 5)',
    async (kind) => {
      let failing = false;
      const bench = workspaceBench({ sql: (sql) => failingAtCommit(sql, () => (failing ? new StorageFault(kind, 'no') : undefined)) });
      const workspace = bench.open();
      const id = newId();
      await workspace.submit(command('StartTally', id, { name: 'a' }), script);
      failing = true;
      const add = command('AddToTally', id, { by: 1 });
      const lost = await Promise.allSettled([
        workspace.submit(add, script),
        workspace.submit(command('AddToTally', id, { by: 1 }), script),
      ]);
      expect(lost).toMatchObject([{ reason: { kind } }, { reason: { kind } }]);
      expect(workspace.state({ aggregate_type: 'tally', aggregate_id: id })?.version).toBe(1);
      failing = false;
      expect(await workspace.submit(add, script)).toMatchObject({ outcome: 'accepted', version: 2 });
      expect(bench.verify()).toMatchObject({ facts: 2, findings: [] });
    },
  );

  test('where no transaction can begin, whatever keeps it, everyone who waits is told', async () => {
    let isClosed = false;
    const begin = (sql: Sql): Sql['transaction'] => {
      return (work) => {
        if (isClosed) throw new TypeError('the connection is not open');
        return sql.transaction(work);
      };
    };
    const workspace = workspaceBench({ sql: (sql) => ({ ...sql, transaction: begin(sql) }) }).open();
    isClosed = true;
    const lost = await Promise.allSettled([1, 2].map(() => workspace.submit(command('StartTally', newId(), { name: 'a' }), script)));
    expect(lost).toMatchObject([
      { reason: { message: 'the connection is not open' } },
      { reason: { message: 'the connection is not open' } },
    ]);
    expect(workspace.isIdle()).toBe(true);
  });

  test('a disk that breaks right behind a commit is reported, and everyone in the group still gets the answer', async () => {
    let broken = false;
    const bench = workspaceBench({ sql: (sql) => breakingWhereAlarmsAreRead(sql, () => broken) });
    const workspace = bench.open();
    broken = true;
    const answer = await workspace.submit(command('StartTally', newId(), { name: 'a' }), script);
    expect(answer).toMatchObject({ outcome: 'accepted', version: 1 });
    expect(bench.failures.map(({ what }) => what)).toEqual(['the alarm could not be set']);
  });
});

/** Lets everything happen and then, where a real disk would say no, takes the outermost transaction back. */
function failingAtCommit(sql: Sql, fault: () => Error | undefined): Sql {
  let depth = 0;
  return {
    ...sql,
    transaction: (work) =>
      sql.transaction(() => {
        depth += 1;
        try {
          const result = work();
          const error = depth === 1 ? fault() : undefined;
          if (error) throw error;
          return result;
        } finally {
          depth -= 1;
        }
      }),
  };
}

function breakingWhereAlarmsAreRead(sql: Sql, isBroken: () => boolean): Sql {
  return {
    ...sql,
    all(text, ...params) {
      if (isBroken() && text.includes('FROM job')) throw new StorageFault('broken', 'no');
      return sql.all(text, ...params);
    },
  };
}
