import { describe, expect, it } from 'vitest';
import type { ServerLine } from '../index.ts';
import { ACCOUNT, allSent, createPosition, does, openAccount, positionId, recordFill } from '../testing/desk.ts';
import { desks } from '../testing/desks.ts';
import type { Fate } from '../testing/memoryServer.ts';
import { until } from '../testing/until.ts';

const desk = desks();

describe('the line to the server', () => {
  it('D8: is held by one tab at a time, and the next takes over when that one closes', async () => {
    const { openTab, server } = desk();
    let streams = 0;
    const counted = (): ServerLine => ({
      ...server.line,
      async follow(...following) {
        streams += 1;
        const ended = await server.line.follow(...following);
        streams -= 1;
        return ended;
      },
    });
    const [one, two] = [await openTab(counted()), await openTab(counted())];
    await until('both know that it stands', () => one.line.value.state === 'following' && two.line.value.state === 'following');
    expect(streams).toBe(1);
    await does(two, openAccount);
    await allSent(two);
    await one.close();
    await does(two, createPosition(1));
    await allSent(two);
    expect([streams, server.decided.length]).toEqual([1, 2]);
  });

  it('tries again when the network lost a request or its answer, or the server was busy', async () => {
    const { openTab, server } = desk();
    const fates: Fate[] = ['request_lost', 'answer_lost', 'busy', 'answer_lost', 'carried_twice'];
    const replica = await openTab(server.lineWith(() => fates.shift() ?? 'carried'));
    await does(replica, openAccount, createPosition(1));
    await allSent(replica);
    expect(server.decided).toHaveLength(2);
  });

  it('waits, signed out, until somebody has signed in', async () => {
    const { openTab, server } = desk();
    let fate: Fate = 'signed_out';
    let asked = 0;
    const replica = await openTab(
      server.lineWith(() => {
        asked += 1;
        return fate;
      }),
    );
    await does(replica, openAccount);
    await until('it says so', () => replica.line.value.state === 'signed_out');
    await until('both directions have been told', () => asked === 2);
    for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
    expect(asked).toBe(2);
    expect(replica.waiting.value.commands).toBe(1);
    fate = 'carried';
    replica.tryNow();
    await allSent(replica);
    await until('it follows', () => replica.line.value.state === 'following');
  });

  it('is tried at once when the network is back or somebody looks', async () => {
    const { openTab, server, awaken } = desk();
    let fate: Fate = 'signed_out';
    const replica = await openTab(server.lineWith(() => fate));
    await does(replica, openAccount);
    await until('it is shut', () => replica.line.value.state === 'signed_out');
    fate = 'carried';
    awaken();
    await allSent(replica);
    expect(server.decided).toHaveLength(1);
  });

  it('sends less at a time where the server takes no request so large, until one command alone is the conflict', async () => {
    const { openTab, server } = desk();
    const sizes: number[] = [];
    const line: ServerLine = {
      ...server.line,
      async submit(commands, signal) {
        sizes.push(commands.length);
        const tooLarge = commands.some(({ aggregate_id }) => aggregate_id === positionId(2));
        const refusal = { refused: true, code: 'body_too_large', sentence: 'The body is too large.', details: {} } as const;
        return tooLarge ? { kind: 'refused', refusal } : server.line.submit(commands, signal);
      },
    };
    const replica = await openTab(line);
    await does(replica, openAccount, createPosition(1), createPosition(2), createPosition(3));
    await allSent(replica);
    await until('the conflict shows', () => replica.conflicts.value.length === 1);
    expect(replica.conflicts.value[0]).toMatchObject({ code: 'body_too_large', wish: { aggregate_id: positionId(2) } });
    expect(server.decided).toHaveLength(3);
    expect(sizes[0]).toBe(4);
  });

  it('fetches what happened before the snapshot, also where that fails at first', async () => {
    const { openTab, openDevice, server } = desk();
    const first = await openTab();
    await does(first, openAccount, createPosition(1), recordFill(1, '100'));
    await allSent(first);
    let failures = 2;
    const line: ServerLine = {
      ...server.line,
      events: (...asked) =>
        failures-- > 0 ? Promise.resolve({ kind: 'later', sentence: 'The server is busy.' }) : server.line.events(...asked),
    };
    const second = await openDevice(line);
    await until('its history is whole', async () => (await second.factsOf('position', positionId(1))).length === 2);
    expect(await second.ground.database.fact.toArray()).toEqual(server.facts);
  });

  it('D5: starts over with a log that was restored, and sends again what that one has not heard of', async () => {
    const { openTab, server } = desk();
    let fate: Fate = 'carried';
    const replica = await openTab(server.lineWith(() => fate));
    await does(replica, openAccount);
    await does(replica, createPosition(1));
    await allSent(replica);
    fate = 'request_lost';
    server.hangUp();
    await does(replica, createPosition(2));
    server.restore(1);
    fate = 'carried';
    await allSent(replica);
    await until('the copy is the restored book', async () => (await replica.state('position', positionId(1))) === undefined);
    expect(await replica.state('position', positionId(2))).toEqual(server.states.get(`position/${positionId(2)}`));
    await until('its history is whole', async () => (await replica.ground.database.fact.count()) === 2);
    expect(await replica.ground.database.fact.toArray()).toEqual(server.facts);
  });

  it('D5: does not take the answer of a log for that of the one that has replaced it', async () => {
    const { openTab, server } = desk();
    const late = Promise.withResolvers<void>();
    let isRestored = false;
    let answers = 0;
    const line: ServerLine = {
      ...server.line,
      async submit(...sent) {
        const reply = await server.line.submit(...sent);
        if (answers++ === 0) await late.promise;
        return reply;
      },
      follow: (cursor, follower, signal) =>
        server.line.follow(cursor, { ...follower, facts: async (events) => isRestored && follower.facts(events) }, signal),
    };
    const replica = await openTab(line);
    await until('it follows', () => replica.line.value.state === 'following');
    const logOf = async () => ((await replica.ground.database.meta.get('place'))?.value as Partial<{ log_id: string }>)?.log_id;
    const before = await logOf();
    await does(replica, openAccount);
    await until('the server has decided it', () => server.decided.length === 1);
    server.restore(0);
    isRestored = true;
    await until('the copy is of the restored log', async () => (await logOf()) !== before);
    late.resolve();
    await allSent(replica);
    expect(server.decided).toHaveLength(2);
    expect(server.states.size).toBe(1);
  });

  it('D9: sets a clock that is a day wrong right by what the server says, and orders nothing by it', async () => {
    const { openTab, server, surroundings } = desk();
    const dayMs = 86_400_000;
    const aheadMs = (): number => surroundings.clock.nowMs() + dayMs;
    const line: ServerLine = {
      ...server.line,
      submit: async (...sent) => ({ ...(await server.line.submit(...sent)), server_ms: aheadMs() }),
    };
    const replica = await openTab(line);
    await does(replica, openAccount);
    await allSent(replica);
    await until('it knows the time', () => Date.parse(replica.now()) === aheadMs());
    await does(replica, createPosition(1));
    expect((await replica.factsOf('position', positionId(1)))[0]?.occurred_at).toBe(new Date(aheadMs()).toISOString());
    const other = await openTab();
    expect(Date.parse(other.now())).toBe(aheadMs());
  });

  it('D10: a book of this device alone is sent whole once it has a server, each thing once', async () => {
    const { openTab, server } = desk({ attached: false });
    const alone = await openTab();
    await does(alone, openAccount, createPosition(1));
    await does(alone, recordFill(1, '100'));
    await alone.close();
    const attached = await openTab(server.line);
    await allSent(attached);
    expect(server.decided).toHaveLength(3);
    expect(await attached.state('position', positionId(1))).toEqual(server.states.get(`position/${positionId(1)}`));
    expect((await attached.state('account', ACCOUNT))?.version).toBe(1);
  });
});
