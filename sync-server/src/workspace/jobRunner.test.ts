import { beforeEach, describe, expect, test } from 'vitest';
import { StorageFault, type JobHandler, type Sql } from './index.ts';
import { command, newId, workspaceBench } from './testing/bench.ts';

const script = 'script';

test('a fact starts one, the alarm is set for it, and it runs once however often the host wakes (rule 8)', async () => {
  const bench = workspaceBench();
  const workspace = bench.open();
  const id = newId();
  await workspace.submit(command('StartTally', id, { name: 'a' }), script);
  await workspace.submit(command('AddToTally', id, { by: 120 }), script);
  expect(bench.alarm).toBe('2025-02-05T11:30:00.000Z');
  await workspace.wake();
  expect(workspace.lastSeq).toBe(2);

  bench.sleep(3_600_000);
  const reopened = bench.open();
  await Promise.all([reopened.wake(), reopened.wake()]);
  await reopened.wake();
  expect(reopened.state({ aggregate_type: 'tally', aggregate_id: id })?.state).toEqual({ name: 'a', total: 0 });
  expect(bench.alarm).toBeUndefined();
  expect(bench.verify()).toMatchObject({ facts: 3, findings: [] });
});

test('one that fails is reported and waits longer each time; one that recurs comes again', async () => {
  let runs = 0;
  const bench = workspaceBench({
    hostJobs: {
      async flaky() {
        runs += 1;
        if (runs < 3) throw new Error('not yet');
        return '2025-02-06T00:00:00.000Z';
      },
    },
  });
  const workspace = bench.open();
  workspace.requestJob({ kind: 'flaky', key: 'daily', due_at: '2025-01-01T00:00:00.000Z' });
  workspace.requestJob({ kind: 'flaky', key: 'daily', due_at: '2025-02-05T10:30:00.000Z' });
  await workspace.wake();
  expect(bench.alarm).toBe('2025-02-05T10:31:00.000Z');
  bench.sleep(60_000);
  await workspace.wake();
  expect(bench.alarm).toBe('2025-02-05T10:33:00.000Z');
  bench.sleep(120_000);
  await workspace.wake();
  expect(bench.alarm).toBe('2025-02-06T00:00:00.000Z');
  expect(bench.failures.map(({ what }) => what)).toEqual(['job flaky daily', 'job flaky daily']);
});

test('a job that storage stops is not asked for again at once, and runs when there is room', async () => {
  let isFull = true;
  const bench = workspaceBench({
    hostJobs: {
      copying() {
        return isFull ? Promise.reject(new StorageFault('full', 'no room')) : Promise.resolve(undefined);
      },
    },
  });
  const workspace = bench.open();
  workspace.requestJob({ kind: 'copying', key: 'daily', due_at: '2025-02-05T10:30:00.000Z' });
  await expect(workspace.wake()).rejects.toThrow('no room');
  expect(bench.alarm).toBe('2025-02-05T10:30:30.000Z');
  isFull = false;
  bench.sleep(30_000);
  await workspace.wake();
  expect(bench.alarm).toBeUndefined();
});

describe('jobs that are due together', () => {
  const MANY = 90;
  const NOW = '2025-02-05T10:30:00.000Z';
  let bench: ReturnType<typeof workspaceBench>;
  let id: string;
  let commits: number;
  /** What a job of each kind does. */
  let hostJobs: { [kind: string]: JobHandler };

  beforeEach(() => {
    id = newId();
    commits = 0;
    hostJobs = {
      count: async ({ key }, { submit }) =>
        void (await submit({ command_id: `count/${key}`, type: 'AddToTally', aggregate_id: id, payload: { by: 1 } })),
    };
    bench = workspaceBench({ hostJobs, sql: (sql) => counting(sql, () => (commits += 1)) });
  });

  async function withDue(kinds: readonly string[]) {
    const workspace = bench.open();
    await workspace.submit(command('StartTally', id, { name: 'jobs' }), script);
    for (const [index, kind] of kinds.entries()) workspace.requestJob({ kind, key: `${kind} ${index}`, due_at: NOW });
    commits = 0;
    return workspace;
  }

  const total = () => bench.sql.all('SELECT total FROM tally')[0]?.['total'];
  const left = () => bench.sql.all<{ key: string; due_at: string }>('SELECT key, due_at FROM job ORDER BY key');

  test('share their transactions, those of their commands and those they end in', async () => {
    const workspace = await withDue(Array.from({ length: MANY }, () => 'count'));
    await workspace.wake();
    expect(total()).toBe(MANY);
    expect(commits).toBeLessThan(MANY / 5);
  });

  test('pay for nobody else: one that fails, in itself, in its command or in how it ends, is put off, and the others are done (rule 5)', async () => {
    Object.assign(hostJobs, {
      fail: () => Promise.reject(new Error('a defect in a job')),
      break: async ({ key }, { submit }) =>
        void (await submit({ command_id: `break/${key}`, type: 'BreakTally', aggregate_id: id, payload: {} })),
      stumble: () =>
        Promise.resolve(() => {
          throw new Error('a defect in how it ends');
        }),
    } satisfies typeof hostJobs);
    const workspace = await withDue(['count', 'fail', 'count', 'break', 'count', 'stumble', 'unheard of', 'count']);
    await workspace.wake();
    expect(total()).toBe(4);
    const put = '2025-02-05T10:31:00.000Z';
    const keys = ['break 3', 'fail 1', 'stumble 5', 'unheard of 6'];
    expect(left()).toEqual(keys.map((key) => ({ key, due_at: put })));
    expect(bench.alarm).toBe(put);
    expect(bench.failures).toHaveLength(keys.length);
  });

  test('run again where their ends were not kept, and what they asked for is done once (rule 8)', async () => {
    let isFull = false;
    hostJobs['count'] = async ({ key }, { submit }) => {
      await submit({ command_id: `count/${key}`, type: 'AddToTally', aggregate_id: id, payload: { by: 1 } });
      return () => {
        if (isFull) throw new StorageFault('full', 'no room');
        return undefined;
      };
    };
    const workspace = await withDue(Array.from({ length: MANY }, () => 'count'));
    isFull = true;
    await expect(workspace.wake()).rejects.toThrow('no room');
    expect(left()).toHaveLength(MANY);
    isFull = false;
    bench.sleep(30_000);
    await workspace.wake();
    expect(left()).toEqual([]);
    expect(total()).toBe(MANY);
  });

  test.each([
    ['have nothing to do', () => Promise.resolve(undefined)],
    ['have something to do', (...asked: Parameters<JobHandler>) => hostJobs['count']?.(...asked) ?? Promise.resolve(undefined)],
  ])('let others be answered in between, where they %s', async (_, handler: JobHandler) => {
    let done = 0;
    hostJobs['busy'] = async (...asked) => {
      const again = await handler(...asked);
      done += 1;
      return again;
    };
    const workspace = await withDue(Array.from({ length: MANY }, () => 'busy'));
    const waking = workspace.wake();
    await workspace.submit(command('AddToTally', id, { by: 1 }), script);
    expect(done).toBeLessThan(MANY / 2);
    await waking;
    expect(done).toBe(MANY);
  });
});

/** Tells of each transaction that was kept, the outermost only. */
function counting(sql: Sql, kept: () => void): Sql {
  let depth = 0;
  return {
    ...sql,
    transaction(work) {
      depth += 1;
      try {
        const result = sql.transaction(work);
        if (depth === 1) kept();
        return result;
      } finally {
        depth -= 1;
      }
    },
  };
}
