import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { StorageFault, type Workspace } from '../workspace/index.ts';
import { command, newId } from '../workspace/testing/bench.ts';
import { defineStream, type Route } from './index.ts';
import { limits } from './limits.ts';
import { httpBench } from './testing/caller.ts';
import { request, startWire, type Line, type Wire } from './testing/wire.ts';

const everything = defineStream({ path: '/sse/all', summary: 'All', tag: 'Tests', who: 'member', follows: 'everything' });
const nothingHere = defineStream({ path: '/sse/other', summary: 'Other', tag: 'Tests', who: 'member', follows: ['other'] });
const routes: readonly Route[] = [everything, nothingHere];

let wire: Wire | undefined;
afterEach(async () => {
  await wire?.close();
  wire = undefined;
});

async function open(
  line: string,
  headers: { readonly [name: string]: string } = {},
  times?: Parameters<typeof startWire>[1],
): Promise<Line> {
  wire ??= await startWire(routes, times);
  const dialled = await wire.dial();
  dialled.say(request(`GET ${line}`, headers));
  return dialled;
}

const seqsIn = (heard: string): number[] => [...heard.matchAll(/"event_seq":(\d+)/g)].map((match) => Number(match[1]));
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** A tally and `count` facts in all, the last ones of `size` characters. */
async function write(workspace: Workspace, count: number, size = 1): Promise<void> {
  const id = newId();
  const commands = upTo(count - 1).map((turn) =>
    command('RenameTally', id, { name: 'x'.repeat(size) }, { command_id: `${id}-${turn}`, expected_version: turn }),
  );
  const answers = await workspace.submitInOrder([command('StartTally', id, { name: 'x' }), ...commands], 'trader');
  expect(answers.every((answer) => answer.outcome === 'accepted')).toBe(true);
}

describe('where a stream begins', () => {
  test('without a place: with the next fact, and a place to come back to is known before there is one', async () => {
    wire = await startWire(routes);
    await write(wire.workspace, 3);
    const line = await open('/sse/all');
    expect(await line.until('retry: 1000')).toContain(`id: ${wire.workspace.logId}:3\n`);
    await write(wire.workspace, 2);
    expect(seqsIn(await line.until('"event_seq":5'))).toEqual([4, 5]);
  });

  test('from 0: with everything', async () => {
    wire = await startWire(routes);
    await write(wire.workspace, 250);
    const line = await open('/sse/all?last_seq=0');
    expect(seqsIn(await line.until('"event_seq":250'))).toEqual(upTo(250));
  });

  test('the header wins over the parameter, as a browser that reconnects needs it', async () => {
    wire = await startWire(routes);
    await write(wire.workspace, 9);
    const line = await open('/sse/all?last_seq=2', { 'Last-Event-ID': `${wire.workspace.logId}:7` });
    expect(seqsIn(await line.until('"event_seq":9'))).toEqual([8, 9]);
  });
});

test('an event is a message with the whole envelope, and no more than that', async () => {
  wire = await startWire(routes);
  await write(wire.workspace, 1);
  const heard = await (await open('/sse/all?last_seq=0')).until(/data: .*\n\n/);
  expect(heard).not.toMatch(/^event:/m);
  const event = JSON.parse(/data: (.*)\n/.exec(heard)?.[1] ?? '') as object;
  expect(Object.keys(event).toSorted()).toEqual([
    'aggregate_id',
    'aggregate_type',
    'aggregate_version',
    'command_id',
    'event_id',
    'event_seq',
    'occurred_at',
    'payload',
    'recorded_at',
    'type',
  ]);
});

describe('a place that is not in this log', () => {
  test.each([
    ['another log', (logId: string) => `another${logId}:1`],
    ['beyond the end', (logId: string) => `${logId}:99`],
  ])('%s: one event says to start over, and the stream ends', async (_, place) => {
    wire = await startWire(routes);
    await write(wire.workspace, 3);
    const { logId } = wire.workspace;
    const line = await open('/sse/all', { 'Last-Event-ID': place(logId), Connection: 'close' });
    const heard = await line.ended();
    expect(heard).toContain('event: start-over\n');
    expect(JSON.parse(/data: (.*)\n/.exec(heard)?.[1] ?? '')).toMatchObject({ code: 'start_over', log_id: logId, last_seq: 3 });
    expect(seqsIn(heard)).toEqual([]);
  });

  test.each(['garbage', '7', ':7', 'log:-1', 'log:1e3', 'log:07', 'log:99999999999999999', 'a b:1', "log';--:1"])(
    'a forged %s is refused',
    async (place) => {
      const line = await open('/sse/all', { 'Last-Event-ID': place, Connection: 'close' });
      expect(await line.ended()).toMatch(/^HTTP\/1.1 400 [^]*malformed_cursor/);
    },
  );

  test.each(['last_seq=-1', 'last_seq=x', 'last_seq=1&last_seq=2', 'seq=1'])('%s is refused', async (search) => {
    const line = await open(`/sse/all?${search}`, { Connection: 'close' });
    expect(await line.ended()).toMatch(/^HTTP\/1.1 400 /);
  });
});

test('a stream that follows something else moves on past what it does not show', async () => {
  wire = await startWire(routes);
  await write(wire.workspace, 150);
  const line = await open('/sse/other?last_seq=0');
  const heard = await line.until(`id: ${wire.workspace.logId}:150\n`);
  expect(heard).not.toContain('data:');
  await write(wire.workspace, 1);
  await line.until(`id: ${wire.workspace.logId}:151\n`);
});

test('across reconnects at any point nothing is missed and nothing comes twice', async () => {
  wire = await startWire(routes);
  const total = 600;
  const written = (async () => {
    for (let batch = 0; batch < total / 20; batch++) await write(wire.workspace, 20);
  })();
  const seen: number[] = [];
  let place = `${wire.workspace.logId}:0`;
  for (let turn = 0; seen.length < total; turn++) {
    const line = await open('/sse/all', { 'Last-Event-ID': place });
    const wanted = Math.min(total, seen.length + 1 + ((turn * 37) % 90));
    await line.until(`"event_seq":${wanted},`);
    line.socket.destroy();
    // What arrived whole counts; the rest of a message that was cut is asked for again.
    const whole = line.heard.slice(0, line.heard.lastIndexOf('\n\n'));
    seen.push(...seqsIn(whole));
    place = [...whole.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? place;
  }
  await written;
  expect(seen).toEqual(upTo(total));
});

test.each([
  ['one that begins in a page', 95, 105, [0, 94, 150]],
  ['one that no page has room for', 1, 130, [0, 150]],
])('it is said where commands are whole: %s is not left half told', async (_, first, last, expected) => {
  wire = await startWire(routes);
  await write(wire.workspace, 150);
  const { facts } = wire.workspace;
  const isOfOne = (seq: number): boolean => first <= seq && seq <= last;
  wire.workspace.facts = (after, limit) =>
    facts(after, limit).map((fact) => (isOfOne(fact.event_seq) ? { ...fact, command_id: 'one' } : fact));
  const line = await open('/sse/all?last_seq=0');
  const heard = await line.until(`id: ${wire.workspace.logId}:150\n\n`);
  expect([...heard.matchAll(/id: [^:]+:(\d+)\n\n/g)].map(([, seq]) => Number(seq))).toEqual(expected);
  expect(seqsIn(heard)).toEqual(upTo(150));
});

describe('readers that do not read', () => {
  test('one costs no memory while a long log waits for it, and gets all of it in the end', async () => {
    wire = await startWire(routes);
    const total = 10_000;
    for (let batch = 0; batch < total / 100; batch++) await write(wire.workspace, 100, 2_000);
    let asked = 0;
    const { facts } = wire.workspace;
    wire.workspace.facts = (after, limit) => {
      asked = Math.max(asked, after);
      return facts(after, limit);
    };

    const line = await open('/sse/all?last_seq=0');
    line.socket.pause();
    await expect.poll(() => asked).toBeGreaterThan(0);
    // Twenty megabytes of facts wait; only what fits the connection's own buffers has been fetched.
    let before = -1;
    while (before !== asked) {
      before = asked;
      await pause(100);
    }
    expect(asked).toBeLessThan(total / 2);

    line.socket.resume();
    const heard = await line.until(`"event_seq":${total},`);
    expect(seqsIn(heard)).toEqual(upTo(total));
  });

  test('one that takes nothing for long is let go', async () => {
    wire = await startWire(routes, { times: { heartbeatMs: 10_000, stalledMs: 100 } });
    for (let batch = 0; batch < 100; batch++) await write(wire.workspace, 100, 2_000);
    const line = await open('/sse/all?last_seq=0');
    line.socket.pause();
    await expect.poll(() => wire?.streams.open).toBe(1);
    await expect.poll(() => wire?.streams.open).toBe(0);
    line.socket.resume();
    // Cut off, not ended: the end would wait behind everything that was not read.
    expect(await line.ended()).not.toMatch(/0\r\n\r\n$/);
  });
});

test('a quiet stream says now and then that it is still there', async () => {
  const line = await open('/sse/all', {}, { times: { heartbeatMs: 10, stalledMs: 1_000 } });
  expect(await line.until(/(?:: still here\n\n[^]*){3}/)).not.toContain('data:');
});

test('when readers leave, nobody listens any more', async () => {
  wire = await startWire(routes);
  const { onCommit } = wire.workspace;
  let listening = 0;
  wire.workspace.onCommit = (listener) => {
    listening += 1;
    const stop = onCommit(listener);
    return () => {
      listening -= 1;
      stop();
    };
  };
  const lines = await Promise.all(upTo(5).map(() => open('/sse/all')));
  await Promise.all(lines.map((line) => line.until('retry:')));
  expect(listening).toBe(5);
  for (const line of lines) line.socket.destroy();
  await expect.poll(() => listening).toBe(0);
  expect(wire.streams.open).toBe(0);
});

test('what is no request breaks a stream off, and adds nothing to it', async () => {
  const line = await open('/sse/all');
  await line.until('retry:');
  line.say('more\r\n\r\n');
  expect((await line.ended()).match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('HEAD opens no stream', async () => {
  wire = await startWire(routes);
  const answer = await fetch(`${wire.origin}/sse/all`, { method: 'HEAD' });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  expect(wire.streams.open).toBe(0);
});

test('beyond the limit of streams: 503, and when to try again', async () => {
  const { call, streams, workspace } = httpBench(routes);
  for (let taken = 0; taken < limits.streams; taken++) {
    streams.follow({
      workspace,
      follows: 'everything',
      eventNames: {},
      cursor: undefined,
      scope: 'write',
      hangUp: () => {},
      onRevoked: () => () => {},
    });
  }
  const answer = await call('GET', '/sse/all');
  expect(answer).toMatchObject({ status: 503, body: { code: 'too_many_streams' } });
  expect(answer.headers.get('retry-after')).toBe('15');
  streams.close();
  expect(streams.open).toBe(0);
});

test('a log that cannot be read ends the stream, is logged once, and the reader can come back', async () => {
  wire = await startWire(routes);
  const { facts } = wire.workspace;
  wire.workspace.facts = () => {
    throw new StorageFault('busy', 'held elsewhere');
  };
  const heard = await (await open('/sse/all?last_seq=0', { Connection: 'close' })).ended();
  expect(heard).toMatch(/0\r\n\r\n$/);
  expect(wire.errors).toHaveLength(1);
  wire.workspace.facts = facts;
  await write(wire.workspace, 1);
  await (await open('/sse/all?last_seq=0')).until('"event_seq":1');
});
