import type { Position } from '@taffrail/domain/tradelog';
import { describe, expect, it } from 'vitest';
import type { Replica, ServerLine, Wish } from '../index.ts';
import { ACCOUNT, allSent, createPosition, does, openAccount, positionId, recordFill } from '../testing/desk.ts';
import { desks } from '../testing/desks.ts';
import type { Fate } from '../testing/memoryServer.ts';
import { until } from '../testing/until.ts';

const desk = desks();

const tag = (word: string, expected_version: number): Wish => ({
  type: 'AdjustPosition',
  aggregate_id: positionId(1),
  payload: { tags: [word] },
  expected_version,
});

const tagsOf = async (replica: Replica): Promise<readonly string[] | undefined> =>
  (await replica.state<Position>('position', positionId(1)))?.state.tags;

/** Two devices that had the same position and changed it while one of them heard nothing; theirs has reached the server. */
async function apart() {
  const { server, openTab, openDevice } = desk();
  let fate: Fate = 'carried';
  const line = server.lineWith(() => fate);
  const [mine, theirs] = [await openTab(line), await openDevice()];
  await does(mine, openAccount, createPosition(1));
  await until('the position is there', async () => (await theirs.state('position', positionId(1)))?.version === 1);
  await allSent(mine);
  fate = 'request_lost';
  server.hangUp();
  await does(mine, tag('mine', 1));
  await does(theirs, tag('theirs', 1));
  await allSent(theirs);
  return { server, mine, theirs, line, meet: () => void (fate = 'carried') };
}

async function together() {
  const opened = await apart();
  opened.meet();
  await until('the conflict shows', () => opened.mine.conflicts.value.length === 1);
  return opened;
}

describe('a conflict', () => {
  it('holds both sides: what was wanted, what is true now, and why', async () => {
    const { mine } = await together();
    const [conflict] = mine.conflicts.value;
    expect(conflict).toMatchObject({ code: 'version_conflict', wish: tag('mine', 1), aggregate_type: 'position' });
    expect([conflict?.wanted?.state, conflict?.now?.state]).toMatchObject([{ tags: ['mine'] }, { tags: ['theirs'] }]);
    expect(await tagsOf(mine)).toEqual(['theirs']);
    expect(await mine.waitingCommands()).toEqual([]);
  });

  it('is over when theirs is kept', async () => {
    const { mine, server } = await together();
    expect(await mine.resolve(mine.conflicts.value[0]!.id, 'keep_theirs')).toBeUndefined();
    await until('the conflict is gone', () => mine.conflicts.value.length === 0);
    expect(server.states.get(`position/${positionId(1)}`)?.state).toMatchObject({ tags: ['theirs'] });
  });

  it('is there again when the choice is taken back', async () => {
    const { mine } = await together();
    const [conflict] = mine.conflicts.value;
    await mine.resolve(conflict!.id, 'keep_theirs');
    await until('the conflict is gone', () => mine.conflicts.value.length === 0);
    expect(await mine.reconsider(conflict!)).toBeUndefined();
    await until('the conflict is back', () => mine.conflicts.value.length === 1);
    expect(mine.conflicts.value).toEqual([conflict]);
  });

  it('is over when mine is applied: the same wish, on what is true now', async () => {
    const { mine, theirs } = await together();
    expect(await mine.resolve(mine.conflicts.value[0]!.id, 'apply_mine')).toBeUndefined();
    await until('mine is there as well', async () => (await tagsOf(theirs))?.[0] === 'mine');
    expect(mine.conflicts.value).toEqual([]);
  });

  it('is resolved once, whoever chooses first', async () => {
    const { mine } = await together();
    const { id } = mine.conflicts.value[0]!;
    const answers = await Promise.all([mine.resolve(id, 'apply_mine'), mine.resolve(id, 'apply_mine')]);
    expect(answers.map((answer) => answer?.code)).toEqual([undefined, 'no_such_conflict']);
    await allSent(mine);
    expect((await mine.factsOf('position', positionId(1))).map(({ type }) => type)).toEqual([
      'PositionCreated',
      'PositionAdjusted',
      'PositionAdjusted',
    ]);
  });

  it('does not stop what was done on top of it and still makes sense', async () => {
    const { mine, server, meet } = await apart();
    await does(mine, recordFill(1, '100'));
    meet();
    await allSent(mine);
    expect(server.states.get(`position/${positionId(1)}`)?.state).toMatchObject({ tags: ['theirs'], status: 'open' });
    await until('the conflict shows', () => mine.conflicts.value.length === 1);
  });

  it('draws with it what was made on its version', async () => {
    const { mine, meet } = await apart();
    await does(mine, tag('mine again', 2));
    meet();
    await until('both are shown', () => mine.conflicts.value.length === 2);
    expect(mine.conflicts.value.map(({ wish }) => wish)).toMatchObject([tag('mine', 1), tag('mine again', 2)]);
    expect(mine.conflicts.value.map(({ code }) => code)).toEqual(['version_conflict', 'earlier_command_refused']);
  });

  it('shows a command that no longer makes sense here as doubtful until the server has decided', async () => {
    const { mine, line, meet } = await apart();
    // What follows the log gets through, what sends does not.
    line.submit = async () => ({ kind: 'later', sentence: 'The server is busy.' });
    meet();
    await until('their change is here', async () => (await mine.waitingCommands())[0]?.doubt?.code === 'version_conflict');
    expect(await tagsOf(mine)).toEqual(['theirs']);
  });
});

describe('what waits', () => {
  it('D4: is still shown when something arrives that only looked at the same thing', async () => {
    const { server, openTab } = desk();
    const line: ServerLine = {
      ...server.line,
      submit: (commands, signal) =>
        server.line.submit(
          commands.filter(({ type }) => type !== 'ChangeAccount'),
          signal,
        ),
    };
    const mine = await openTab(line);
    await does(mine, openAccount);
    await allSent(mine);
    await does(mine, createPosition(1), { type: 'ChangeAccount', aggregate_id: ACCOUNT, payload: { name: 'Margin' }, expected_version: 1 });
    await until('the position has arrived', async () => (await mine.waitingCommands()).length === 1);
    expect((await mine.state('account', ACCOUNT))?.state).toMatchObject({ name: 'Margin' });
  });
});
