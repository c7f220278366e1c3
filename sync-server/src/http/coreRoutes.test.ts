import { describe, expect, test } from 'vitest';
import { newId } from '../workspace/testing/bench.ts';
import { coreRoutes } from './index.ts';
import { httpBench } from './testing/caller.ts';

const start = (id: string, name = 'wins') => ({ command_id: newId(), type: 'StartTally', aggregate_id: id, payload: { name } });
const add = (id: string, by: number) => ({ command_id: newId(), type: 'AddToTally', aggregate_id: id, payload: { by } });

describe('POST /api/commands', () => {
  test('answers each command in order, with the events it caused', async () => {
    const { call } = httpBench(coreRoutes);
    const id = newId();
    const answer = await call('POST', '/api/commands', { commands: [start(id), add(id, 3)] });
    expect(answer.status).toBe(200);
    expect(answer.body.answers).toMatchObject([
      { outcome: 'accepted', version: 1, events: [{ event_seq: 1, type: 'TallyStarted', aggregate_id: id }] },
      { outcome: 'accepted', version: 2, events: [{ event_seq: 2, type: 'TallyChanged', payload: { by: 3 } }] },
    ]);
  });

  test('shows who acted to nobody', async () => {
    const { call } = httpBench(coreRoutes);
    const answer = await call('POST', '/api/commands', { commands: [start(newId())] });
    expect(answer.body.answers[0].events[0]).not.toHaveProperty('actor');
  });

  test('sent again, tells the same answer again', async () => {
    const { call, workspace } = httpBench(coreRoutes);
    const commands = [start(newId())];
    const first = await call('POST', '/api/commands', { commands });
    const second = await call('POST', '/api/commands', { commands });
    expect(second.body.answers[0]).toEqual({ ...first.body.answers[0], outcome: 'duplicate' });
    expect(workspace.lastSeq).toBe(1);
  });

  test('a refusal stops later commands on the same aggregate and no others', async () => {
    const { call } = httpBench(coreRoutes);
    const [one, other] = [newId(), newId()];
    const answer = await call('POST', '/api/commands', { commands: [start(one), add(one, -5), add(one, 1), start(other)] });
    expect(answer.body.answers.map((each: { outcome: string; code?: string }) => each.code ?? each.outcome)).toEqual([
      'accepted',
      'below_zero',
      'earlier_command_refused',
      'accepted',
    ]);
  });

  test('a refusal about a version says which one is current', async () => {
    const { call } = httpBench(coreRoutes);
    const id = newId();
    const rename = { command_id: newId(), type: 'RenameTally', aggregate_id: id, payload: { name: 'losses' }, expected_version: 9 };
    const answer = await call('POST', '/api/commands', { commands: [start(id), rename] });
    expect(answer.body.answers[1]).toMatchObject({ outcome: 'refused', code: 'version_conflict', current_version: 1 });
  });

  test.each([
    ['none', []],
    ['more than 100', Array.from({ length: 101 }, () => start(newId()))],
    ['an unknown field', [{ ...start(newId()), urgent: true }]],
    ['an id with a line break', [{ ...start(newId()), command_id: 'a\r\nb' }]],
    ['an aggregate id that is none', [{ ...start(newId()), aggregate_id: '../etc' }]],
  ])('refuses %s as a whole and writes nothing', async (_, commands) => {
    const { call, workspace } = httpBench(coreRoutes);
    const answer = await call('POST', '/api/commands', { commands });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(workspace.lastSeq).toBe(0);
  });
});

describe('GET /api/events', () => {
  test('pages through the log without gap or repeat', async () => {
    const { call, workspace } = httpBench(coreRoutes);
    const id = newId();
    await call('POST', '/api/commands', { commands: [start(id), add(id, 1), add(id, 2), add(id, 3), add(id, 4)] });
    const seen: number[] = [];
    for (let after = 0; ;) {
      const { body } = await call('GET', `/api/events?after=${after}&limit=2&log=${workspace.logId}`);
      if (body.events.length === 0) break;
      seen.push(...body.events.map((event: { event_seq: number }) => event.event_seq));
      after = body.next_after;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  test.each(['after=1', 'after=0&log=another-log'])('a place this log does not have (%s) says to start over', async (search) => {
    const { call, workspace } = httpBench(coreRoutes);
    const answer = await call('GET', `/api/events?${search}`);
    expect(answer).toMatchObject({ status: 410, body: { code: 'start_over', details: { log_id: workspace.logId, last_seq: 0 } } });
  });

  test.each(['after=-1', 'after=1e3', 'after=', 'after=9007199254740993', 'limit=0', 'limit=1001'])('refuses %s', async (search) => {
    const { call } = httpBench(coreRoutes);
    expect((await call('GET', `/api/events?${search}`)).status).toBe(400);
  });
});

describe('GET /api/snapshot', () => {
  test('pages through every state once, with the cursor to follow from', async () => {
    const { call, workspace } = httpBench(coreRoutes);
    const ids = Array.from({ length: 4 }, () => newId());
    await call('POST', '/api/commands', { commands: [...ids.map((id) => start(id)), add(ids[0]!, 7)] });

    const pages: { aggregate_id: string; version: number; state: unknown }[][] = [];
    let after: string | null = '';
    while (after !== null) {
      const { body } = await call('GET', `/api/snapshot?limit=2${after && `&after=${encodeURIComponent(after)}`}`);
      expect(body).toMatchObject({ log_id: workspace.logId, cursor: 5 });
      pages.push(body.aggregates);
      after = body.next_after;
    }
    expect(pages.map((page) => page.length)).toEqual([2, 2]);
    expect(pages.flat().map(({ aggregate_id }) => aggregate_id)).toEqual(ids.toSorted());
    expect(pages.flat()).toContainEqual({ aggregate_type: 'tally', aggregate_id: ids[0], version: 2, state: { name: 'wins', total: 7 } });
  });
});
