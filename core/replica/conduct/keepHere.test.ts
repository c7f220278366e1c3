import { TRADING_RULES_ID, tradingRulesSchema, type Breach, type MeasuredSession } from '@taffrail/domain/discipline';
import { phaseProgressId, type PhaseProgress } from '@taffrail/domain/phases';
import { expect, it } from 'vitest';
import { keepHere, type Replica, type Wish } from '../index.ts';
import { createPosition, does, idOf, legId, openAccount, positionId } from '../testing/desk.ts';
import { desks } from '../testing/desks.ts';
import { until } from '../testing/until.ts';

const desk = desks();
const stops: (() => void)[] = [];

function keptBy(replica: Replica): void {
  stops.push(keepHere(replica));
}

async function closed(opened: ReturnType<typeof desk>): Promise<void> {
  for (const stop of stops.splice(0)) stop();
  await opened.close();
}

/** Bought and sold again on the day before today. */
function lost(n: number, loss = '1'): Wish {
  const fill = (place: number, quantity: string, price: string, time: string) => ({
    fill_id: idOf(700_000 + n * 10 + place),
    leg_id: legId(n),
    quantity,
    price,
    occurred_at: `2026-03-09T15:${time}:00.000Z`,
  });
  return createPosition(n, { fills: [fill(0, '100', '10', `${n}0`), fill(1, '-100', loss, `${n}5`)] });
}

const standing = async (replica: Replica): Promise<readonly string[]> =>
  (await replica.states<Breach>('breach')).flatMap(({ state }) => (state.withdrawn === null ? state.finding.rule_key : []));

const sessions = async (replica: Replica) => (await replica.states<MeasuredSession>('trading_session')).map(({ state }) => state.metrics);

const rules = (most: number): Wish => ({
  type: 'SetTradingRules',
  aggregate_id: TRADING_RULES_ID,
  payload: { rules: tradingRulesSchema.parse({ max_losses_row_day: most }) as never, from: '2026-03-10' },
});

async function corrected(replica: Replica, n: number, price: string): Promise<void> {
  const { version = 0 } = (await replica.state('position', positionId(n))) ?? {};
  const payload = { fill_id: idOf(700_001 + n * 10), price, reason: 'Misread' };
  await does(replica, { type: 'CorrectFill', aggregate_id: positionId(n), payload, expected_version: version });
}

it('a book of this device alone keeps its own record, and goes on keeping it', async () => {
  const opened = desk({ attached: false });
  const replica = await opened.openTab();
  keptBy(replica);
  await does(replica, openAccount, lost(1), lost(2), lost(3));
  await until('the day is measured', async () => (await sessions(replica)).length === 1);
  expect(await sessions(replica)).toMatchObject([{ session_date: '2026-03-09', total_losses: 3, circuit_breaker_trips: 0, phase: null }]);
  expect(await standing(replica)).toEqual([]);
  await does(replica, lost(4));
  await until('the fourth loss is one too many', async () => (await standing(replica)).join() === 'loss_streak_day');
  await until('it is in the figures of the day', async () => (await sessions(replica))[0]?.circuit_breaker_trips === 1);
  await corrected(replica, 2, '11');
  await until('a corrected fill takes it back', async () => (await standing(replica)).length === 0);
  expect(await replica.states<Breach>('breach')).toMatchObject([{ state: { withdrawn: { because: 'trade_changed' } } }]);
  await does(replica, rules(1));
  await until('the first rules that are set count from the beginning', async () => (await standing(replica)).length === 1);
  await closed(opened);
});

it('what is kept is kept once, in however many tabs, and nothing more is wanted', async () => {
  const opened = desk({ attached: false });
  const tabs = [await opened.openTab(), await opened.openTab()];
  for (const tab of tabs) keptBy(tab);
  const [first] = tabs as [Replica];
  await does(first, openAccount, lost(1), lost(2), lost(3), lost(4));
  await until('all of it is kept', async () => (await standing(first)).length + (await sessions(first)).length === 2);
  const before = (await first.waitingCommands()).length;
  await does(first, createPosition(9));
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
  expect((await first.waitingCommands()).length).toBe(before + 1);
  await closed(opened);
});

it('a phase that was earned is begun by itself, one step at a time', async () => {
  const opened = desk({ attached: false });
  const replica = await opened.openTab();
  const begin = { phase: 'scaling', operator_id: null } as const;
  await does(replica, openAccount, {
    type: 'BeginPhases',
    aggregate_id: phaseProgressId,
    payload: begin,
    occurred_at: '2026-03-01T12:00:00.000Z',
  });
  keptBy(replica);
  await does(replica, lost(1), lost(2), lost(3));
  const progress = async () => (await replica.state<PhaseProgress>('phase_progress', phaseProgressId))?.state;
  await until('three losses lead back', async () => (await progress())?.phase === 'trial');
  await until('the day is measured', async () => (await sessions(replica)).length === 1);
  expect((await sessions(replica))[0]?.phase).toBe('scaling');
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
  expect(await progress()).toMatchObject({ phase: 'trial', transitions: 1 });
  await closed(opened);
});
