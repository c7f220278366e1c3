import { beforeEach, describe, expect, test } from 'vitest';
import { command, newId, workspaceBench } from '../workspace/testing/bench.ts';
import { openHost, type Host } from './host.ts';

describe('a host of workspaces', () => {
  const benches = new Map<string, ReturnType<typeof workspaceBench>>();
  const opened: string[] = [];
  const closed: string[] = [];
  const broken = new Set<string>();
  const rings = new Map<string, () => void>();
  let elapsedMs = 0;
  let sweep = (): void => {};
  let host: Host;

  beforeEach(() => {
    benches.clear();
    opened.length = closed.length = 0;
    rings.clear();
    broken.clear();
    elapsedMs = 0;
    host = openHost({
      open(id, alarm) {
        const bench = benches.get(id) ?? workspaceBench();
        benches.set(id, bench);
        opened.push(id);
        bench.listenTo(alarm);
        return { workspace: bench.open(), isBroken: () => broken.has(id), close: () => void closed.push(id) };
      },
      ringAt(at, ring) {
        rings.set(at, ring);
        return () => rings.delete(at);
      },
      closeAfterIdleMs: 1_000,
      every(_, work) {
        sweep = work;
        return () => {};
      },
      elapsedMs: () => elapsedMs,
      failed: (_, error) => {
        throw error;
      },
    });
  });

  test('opens each once, keeps them apart, and closes the ones nobody uses', async () => {
    const id = newId();
    await host.use('desk').submit(command('StartTally', id, { name: 'desk' }), 'script');
    expect(host.use('home').state({ aggregate_type: 'tally', aggregate_id: id })).toBeUndefined();
    expect(host.use('desk').lastSeq).toBe(1);
    expect(opened).toEqual(['desk', 'home']);

    elapsedMs = 900;
    host.use('desk');
    elapsedMs = 1_100;
    sweep();
    expect(closed).toEqual(['home']);
    expect(host.openCount).toBe(1);
  });

  test('a book that is given up is closed once everybody was answered, and no alarm opens it again', async () => {
    const answer = host.use('desk').submit(command('StartTally', newId(), { name: 'desk' }), 'script');
    host.use('desk').requestJob({ kind: 'tidy', key: 'desk', due_at: '2025-02-05T11:00:00.000Z' });
    expect(rings.size).toBe(1);
    await host.retire('desk');
    expect(closed).toEqual(['desk']);
    expect((await answer).outcome).toBe('accepted');
    expect(rings.size).toBe(0);
    await host.retire('never opened');
    expect(opened).toEqual(['desk']);
  });

  test('a book somebody follows stays open', () => {
    const stop = host.use('desk').onCommit(() => {});
    elapsedMs = 5_000;
    sweep();
    expect(closed).toEqual([]);
    stop();
    sweep();
    expect(closed).toEqual(['desk']);
  });

  test('a closed workspace is opened again when its job falls due', async () => {
    const id = newId();
    await host.use('desk').submit(command('StartTally', id, { name: 'a' }), 'script');
    await host.use('desk').submit(command('AddToTally', id, { by: 150 }), 'script');
    elapsedMs = 5_000;
    sweep();
    expect(closed).toEqual(['desk']);

    benches.get('desk')?.sleep(3_600_000);
    rings.get('2025-02-05T11:30:00.000Z')?.();
    await expect.poll(() => host.use('desk').state({ aggregate_type: 'tally', aggregate_id: id })?.state).toEqual({ name: 'a', total: 0 });
    expect(opened).toEqual(['desk', 'desk']);
  });

  test('a book whose storage broke is opened anew for whoever comes next, even if only to read', async () => {
    const id = newId();
    await host.use('desk').submit(command('StartTally', id, { name: 'a' }), 'script');
    broken.add('desk');
    const workspace = host.use('desk');
    expect([opened, closed]).toEqual([['desk', 'desk'], ['desk']]);
    expect(workspace.lastSeq).toBe(1);
  });

  test('closing waits for what is being written, and then takes nothing more', async () => {
    const id = newId();
    const answer = host.use('desk').submit(command('StartTally', id, { name: 'a' }), 'script');
    await host.close();
    await expect(answer).resolves.toMatchObject({ outcome: 'accepted' });
    expect(closed).toEqual(['desk']);
    expect(() => host.use('desk')).toThrow('shutting down');
  });
});
