import { createHash } from 'node:crypto';
import { eventOf, type Event } from '@taffrail/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { command, newId, workspaceBench } from '../workspace/testing/bench.ts';
import { identityDesk, type Visitor } from './testing/identityBench.ts';

const bench = identityDesk();
const ID = createHash('sha256').update('the facts of a file').digest('hex');
const id = newId();
const repeated = command('AddToTally', id, { by: 20 });
let owner: Visitor;
let facts: Event[];

beforeEach(async () => {
  owner = await bench().claim('Owner');
  const source = workspaceBench().open();
  await source.submit(command('StartTally', id, { name: 'a' }), 'script');
  await source.submit(repeated, 'script');
  await source.submit(command('AddToTally', id, { by: 100 }), 'script');
  facts = source.facts(0, 10).map(eventOf);
});

const add = (after: number, page: readonly object[], file = ID) =>
  owner.call('POST', `/api/identity/import/${file}/facts`, { after, facts: page });
const finish = (count: number, file = ID) => owner.call('POST', `/api/identity/import/${file}/finish`, { facts: count });

describe('facts that a device brings to an empty workspace', () => {
  test('are the book from then on, in order, with their own moments, brought by whoever brought them', async () => {
    const told: number[] = [];
    const workspace = bench().workspace('main');
    workspace.onCommit(() => told.push(workspace.lastSeq));
    await add(0, facts.slice(0, 2));
    expect((await add(2, facts.slice(2))).body).toEqual({ held: 3 });
    expect((await finish(3)).body).toEqual({ log_id: workspace.logId, last_seq: 3 });
    expect(workspace.facts(0, 10).map(eventOf)).toEqual(facts);
    expect(told).toEqual([3]);
    expect(workspace.state({ aggregate_type: 'tally', aggregate_id: id })).toEqual({ version: 3, state: { name: 'a', total: 120 } });
    const { body } = await owner.call('GET', '/api/identity/audit?limit=1');
    expect(body.records).toMatchObject([{ type: 'workspace_imported', workspace_id: 'main', details: { facts: 3, import: ID } }]);
    expect(workspace.facts(0, 1)[0]?.actor).toBe(body.records[0].user_id);
  });

  test('go on where they stopped, however often a page is sent', async () => {
    await add(0, facts.slice(0, 1));
    expect((await owner.call('GET', `/api/identity/import/${ID}`)).body).toEqual({ held: 1 });
    expect((await add(0, facts.slice(0, 1))).body).toEqual({ held: 1 });
    expect((await add(2, facts.slice(2))).body).toEqual({ held: 1 });
    expect((await finish(3)).body).toMatchObject({ code: 'import_incomplete', details: { held: 1, facts: 3 } });
    await add(1, facts.slice(1));
    expect((await finish(3)).status).toBe(200);
  });

  test('of another file take the place of those an earlier one left', async () => {
    const other = createHash('sha256').update('another').digest('hex');
    await add(0, facts.slice(0, 1), other);
    await add(0, facts);
    expect((await owner.call('GET', `/api/identity/import/${other}`)).body).toEqual({ held: 0 });
    expect((await finish(3)).status).toBe(200);
  });

  test('are followed by what is done next, and what had been done is not done again', async () => {
    await add(0, facts);
    await finish(3);
    const { body } = await owner.call('POST', '/api/commands', { commands: [repeated, command('AddToTally', id, { by: 1 })] });
    expect(body.answers).toMatchObject([
      { outcome: 'duplicate', events: [{ event_seq: 2 }] },
      { outcome: 'accepted', events: [{ event_seq: 4 }] },
    ]);
  });

  test('are not mixed into a book that holds something', async () => {
    await add(0, facts);
    await owner.call('POST', '/api/commands', { commands: [command('StartTally', newId(), { name: 'own' })] });
    expect((await finish(3)).body).toMatchObject({ code: 'book_not_empty' });
    expect((await add(3, facts.slice(2))).body).toMatchObject({ code: 'book_not_empty', details: { facts: 1 } });
    expect(bench().workspace('main').lastSeq).toBe(1);
  });

  test.each<[string, string, (page: Event[]) => object[]]>([
    ['one is missing', 'fact_altered', ([a, , c]) => [a!, c!]],
    ['one has no moment', 'fact_unreadable', ([a, b, c]) => [a!, { ...b, recorded_at: 'yesterday' }, c!]],
    ['two have one id', 'fact_out_of_place', ([a, b, c]) => [a!, { ...b, event_id: a!.event_id }, c!]],
    ['a version is left out', 'fact_out_of_place', ([a, b, c]) => [a!, { ...b, aggregate_version: 3 }, c!]],
    ['a command was done twice', 'fact_out_of_place', ([a, b, c]) => [a!, b!, { ...c, command_id: a!.command_id }]],
  ])('are refused whole when %s', async (_, code, change) => {
    const page = change(facts);
    const added = await add(0, page);
    const { body } = added.status === 200 ? await finish(page.length) : added;
    expect(body).toMatchObject({ code, detail: expect.stringMatching(/Nothing was imported\.$/) });
    expect(bench().workspace('main').lastSeq).toBe(0);
  });
});
