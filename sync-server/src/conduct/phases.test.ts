import { evidenceOf, phaseProgressId, untouched, usualSettings, type Settings } from '@taffrail/domain/phases';
import { newId } from '../workspace/testing/bench.ts';
import { describe, expect, test } from 'vitest';
import { desk, told } from './testing/desk.ts';

const on = desk();

/** A book in which two winning days are enough, so that a test fits on a screen. */
const quick: Settings = {
  ...usualSettings,
  experience: {
    ...usualSettings.experience,
    advancement_criteria: {
      min_sessions: 2,
      min_profitable_sessions: 2,
      min_trades: 2,
      min_win_rate: '0.6',
      min_avg_rr: '1',
      max_drawdown_pct: null,
    },
  },
};

const PASSWORD = 'four words in a row';

const phases = async () => (await on().get('/api/phases')).body;

async function lines(name: string): Promise<object[]> {
  const answer = await on().app.request(`/api/phases/${name}.jsonl`);
  return (await answer.text()).split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as object]));
}

/** A winner with its risk: bought with a stop one below. */
async function win(day: string, account = on().accountId): Promise<void> {
  const fills = [
    { price: '100', quantity: '1', occurred_at: `${day}T15:00:00Z` },
    { price: '102', quantity: '-1', occurred_at: `${day}T16:00:00Z` },
  ];
  const legs = [{ instrument_type: 'stock', quantity: '1', fills }];
  expect((await on().post('/api/positions', { account_id: account, symbol: 'ACME', plan: { stop: '99' }, legs })).status).toBe(201);
}

async function begin(): Promise<void> {
  await on().put('/api/phases/settings', quick);
  expect((await on().post('/api/phases/begin', {})).body).toMatchObject({ current_phase: 'experience', has_begun: true });
}

describe('phases', () => {
  test('have no say until somebody has begun', async () => {
    await win('2025-02-04');
    await on().settle();
    expect(await phases()).toMatchObject({ has_begun: false, current_phase: 'experience', stay: 0 });
    expect((await on().get(`/api/verdict?account_id=${on().accountId}`)).body).toMatchObject({ may_trade: true, allowed_size: null });
  });

  test('change by themselves once a trade has closed that makes all that is asked for', async () => {
    await begin();
    await on().until('2025-02-05T21:00:00.000Z');
    await win('2025-02-05');
    await on().settle();
    expect(await phases()).toMatchObject({ current_phase: 'experience', evidence: { trade_count: 1 }, transitions: 0 });
    await on().until('2025-02-06T21:00:00.000Z');
    await win('2025-02-06');
    await on().settle();
    expect(await phases()).toMatchObject({ current_phase: 'proof', stay: 2, transitions: 1, evidence: { trade_count: 0 } });
    expect(await lines('history')).toMatchObject([
      { from_phase: 'experience', to_phase: 'proof', trigger: 'auto', validation_passed: true, metrics_snapshot: { session_count: 2 } },
    ]);
    await on().settle();
    expect(await phases()).toMatchObject({ transitions: 1 });
  });

  test('lead back after three losses in a row, once', async () => {
    await on().post('/api/phases/begin', { phase: 'trial' });
    await on().until('2025-02-05T21:00:00.000Z');
    for (const each of told('2025-02-05', '-1', '-1')) await on().trade(each);
    await on().settle();
    expect(await phases()).toMatchObject({ current_phase: 'trial', downgrade_watch: true });
    await on().trade({ opened: '2025-02-05T19:00:00.000Z', closed: '2025-02-05T19:30:00.000Z', net: '-1' });
    await on().settle();
    expect(await phases()).toMatchObject({ current_phase: 'proof', transitions: 1 });
    await on().settle();
    await on().until('2025-02-09T12:00:00.000Z');
    expect(await phases()).toMatchObject({ current_phase: 'proof', transitions: 1 });
  });

  test('are asked for in vain while something is missing, and that is on the record', async () => {
    await begin();
    const { status, body } = await on().post('/api/phases/advance', {});
    expect(status).toBe(200);
    expect(body).toMatchObject({ changed: false, current_phase: 'experience', blocked_attempts: 1 });
    expect(await lines('overrides')).toMatchObject([
      { phase: 'experience', action: 'attempted_advance', blocked: true, operator_id: 'trader', reason: expect.stringContaining('0 of 2') },
    ]);
    expect(await lines('history')).toEqual([]);
  });

  test('limit the trades of a session, and say when the next may be begun', async () => {
    await on().post('/api/phases/begin', { phase: 'proof' });
    await on().until('2025-02-05T21:00:00.000Z');
    await win('2025-02-05');
    expect(await phases()).toMatchObject({
      trade_limit_today: { trades_executed: 1, trades_left: 0, next_allowed_trade: '2025-02-06T12:00:00.000Z' },
      position_size: '100',
    });
  });

  test('show what would be if today ended like this, and record nothing', async () => {
    await on().post('/api/phases/begin', { phase: 'trial' });
    const { lastSeq } = on().workspace;
    const ending = { account_id: on().accountId, net: '-10', r_multiple: '-1' };
    const { body } = await on().post('/api/phases/what-if', { endings: [ending, ending, ending] });
    expect(body).toMatchObject({ standing: { pending_transition: { to_phase: 'proof' } }, next_position_size: '100' });
    expect(on().workspace.lastSeq).toBe(lastSeq);
    const stranger = await on().post('/api/phases/what-if', { endings: [{ ...ending, account_id: newId() }] });
    expect(stranger).toMatchObject({ status: 404 });
  });
});

describe('settings of phases', () => {
  test('are the usual ones until they are changed, and then ask for a version', async () => {
    expect(await on().get('/api/phases/settings')).toMatchObject({ status: 200, body: usualSettings });
    expect(await on().put('/api/phases/settings', quick)).toMatchObject({ status: 200, body: quick });
    expect(await on().put('/api/phases/settings', usualSettings)).toMatchObject({ status: 428 });
    expect(await on().put('/api/phases/settings', usualSettings, 7)).toMatchObject({ status: 409 });
    expect(await on().put('/api/phases/settings', quick, 1)).toMatchObject({ status: 200 });
    expect(await on().put('/api/phases/settings', usualSettings, 1)).toMatchObject({ status: 200, body: usualSettings });
  });

  test('are taken from the file of a bot', async () => {
    const config = {
      trading: { mode: 'paper' },
      phase_progression: { current_phase: 'proof', proof: { max_trades_per_day: 2, position_size: 150 } },
    };
    const { status, body } = await on().post('/api/phases/settings/import', config);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      current_phase: 'proof',
      settings: { proof: { max_trades_per_day: 2, position_size_min: '150', position_size_max: '150' } },
    });
    expect(await on().post('/api/phases/settings/import', { nothing: 1 }, { 'if-match': '1' })).toMatchObject({
      status: 422,
      body: { code: 'not_phase_settings' },
    });
  });
});

describe('an override', () => {
  const forward = { to_phase: 'trial', reason: 'Moved over from another broker', password: PASSWORD };

  test('takes its own password, which no answer shows', async () => {
    await on().post('/api/phases/begin', { phase: 'proof' });
    expect(await on().post('/api/phases/override', forward)).toMatchObject({ status: 422, body: { code: 'override_password_not_set' } });
    expect(await on().put('/api/phases/override-password', { password: PASSWORD })).toMatchObject({ status: 204 });
    const { status, body } = await on().post('/api/phases/override', forward);
    expect(status).toBe(200);
    expect(body).toMatchObject({ changed: true, current_phase: 'trial', override_password_set: true });
    expect(await lines('overrides')).toMatchObject([
      {
        phase: 'proof',
        action: 'manual_advance',
        blocked: false,
        reason: forward.reason,
        operator_id: 'trader',
        override_password_used: true,
      },
    ]);
    expect(JSON.stringify(on().workspace.facts(0, 100))).not.toContain(PASSWORD);
  });

  test('with a wrong password changes nothing, and is on the record', async () => {
    await on().post('/api/phases/begin', { phase: 'proof' });
    await on().put('/api/phases/override-password', { password: PASSWORD });
    const { status, body } = await on().post('/api/phases/override', { ...forward, to_phase: 'experience', password: 'another' });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'override_password_wrong' });
    expect(await phases()).toMatchObject({ current_phase: 'proof', blocked_attempts: 1 });
    expect(await lines('overrides')).toMatchObject([{ action: 'manual_rollback', blocked: true }]);
  });

  test('leads one step, either way', async () => {
    await on().post('/api/phases/begin', { phase: 'proof' });
    await on().put('/api/phases/override-password', { password: PASSWORD });
    expect(await on().post('/api/phases/override', { ...forward, to_phase: 'scaling' })).toMatchObject({ body: { code: 'not_one_step' } });
    expect(await on().post('/api/phases/override', { ...forward, to_phase: 'experience' })).toMatchObject({
      body: { current_phase: 'experience' },
    });
  });

  test('is no more possible once the key to its password is gone', async () => {
    await on().post('/api/phases/begin', { phase: 'proof' });
    await on().put('/api/phases/override-password', { password: PASSWORD });
    on().book.loseKey();
    expect(await phases()).toMatchObject({ override_password_set: false });
    expect(await on().post('/api/phases/override', forward)).toMatchObject({ status: 422 });
  });
});

describe('from outside', () => {
  const send = async (type: string, payload: object, aggregate_id: string = phaseProgressId) => {
    const { body } = await on().post('/api/commands', { commands: [{ command_id: newId(), type, aggregate_id, payload }] });
    return body.answers[0];
  };

  const nothing = evidenceOf([], untouched, { currency: 'USD', capital: null }, () => usualSettings);

  test.each(['JudgePeriod', 'MeasureSession', 'OverridePhase'])('%s is not taken', async (type) => {
    const { lastSeq } = on().workspace;
    expect(await send(type, {})).toMatchObject({ outcome: 'refused', code: 'kept_by_the_server' });
    expect(on().workspace.lastSeq).toBe(lastSeq);
  });

  test.each(['JudgePhase', 'AdvancePhase'])('%s is not taken with figures that are not those of the book', async (type) => {
    await begin();
    const evidence = { ...nothing, stay: 1, trade_count: 50, session_count: 30, profitable_sessions: 30, win_rate: '1', avg_rr: '3' };
    const payload = type === 'JudgePhase' ? { evidence } : { evidence, operator_id: null };
    expect(await send(type, payload)).toMatchObject({ outcome: 'refused', code: 'kept_by_the_server' });
    expect(await phases()).toMatchObject({ current_phase: 'experience', transitions: 0, blocked_attempts: 0 });
  });

  test('a book that judged itself on a device brings its phases along, in their order and at their times', async () => {
    await on().put('/api/phases/settings', quick);
    const at = (day: string) => ({ occurred_at: `2025-01-${day}T12:00:00.000Z` });
    const position = (day: string, id = newId()) => ({
      command_id: newId(),
      type: 'CreatePosition',
      aggregate_id: id,
      payload: {
        account_id: on().accountId,
        symbol: 'ACME',
        plan: { stop: '99' },
        legs: [{ id: newId(), instrument_type: 'stock', quantity: '1' }],
      },
      ...at(day),
    });
    const filled = (day: string) => {
      const created = position(day);
      const leg_id = created.payload.legs[0]!.id;
      const fill = (price: string, quantity: string, hour: number) => ({
        command_id: newId(),
        type: 'RecordFill',
        aggregate_id: created.aggregate_id,
        payload: { leg_id, price, quantity, fill_id: newId(), next_position_id: newId(), next_leg_id: newId(), next_fill_id: newId() },
        occurred_at: `2025-01-${day}T${hour}:00:00.000Z`,
      });
      return [created, fill('100', '1', 15), fill('102', '-1', 16)];
    };
    const evidence = {
      ...nothing,
      stay: 1,
      since: '2025-01-05T12:00:00.000Z',
      session_count: 2,
      profitable_sessions: 2,
      trade_count: 2,
      wins: 2,
      win_rate: '1',
      avg_rr: '2',
      total_pnl: '4',
      consecutive_wins: 2,
    };
    const commands = [
      {
        command_id: newId(),
        type: 'BeginPhases',
        aggregate_id: phaseProgressId,
        payload: { phase: 'experience', operator_id: null },
        ...at('05'),
      },
      ...filled('06'),
      ...filled('07'),
      { command_id: newId(), type: 'JudgePhase', aggregate_id: phaseProgressId, payload: { evidence }, ...at('08') },
    ];
    const { body } = await on().post('/api/commands', { commands });
    expect(body.answers.map(({ outcome, code }: { outcome: string; code?: string }) => code ?? outcome)).toEqual(
      commands.map(() => 'accepted'),
    );
    expect(await phases()).toMatchObject({ current_phase: 'proof', since: '2025-01-08T12:00:00.000Z' });
    await on().settle();
    expect(await phases()).toMatchObject({ current_phase: 'proof', transitions: 1 });
  });

  test('what comes to nothing is answered as done, now and when it is sent again', async () => {
    await on().put('/api/phases/settings', quick);
    const commands = [{ command_id: newId(), type: 'ChangePhaseSettings', aggregate_id: (await settingsId())!, payload: quick }];
    const { lastSeq } = on().workspace;
    expect((await on().post('/api/commands', { commands })).body.answers).toMatchObject([{ outcome: 'accepted', version: 1, events: [] }]);
    expect((await on().post('/api/commands', { commands })).body.answers).toMatchObject([{ outcome: 'duplicate', version: 1, events: [] }]);
    expect(on().workspace.lastSeq).toBe(lastSeq);
  });

  const settingsId = async () =>
    on()
      .workspace.facts(0, 10)
      .find(({ aggregate_type }) => aggregate_type === 'phase_settings')?.aggregate_id;
});
