import { describe, expect, test } from 'vitest';
import { newId } from '../workspace/testing/bench.ts';
import { discipline } from '../discipline/index.ts';
import { phases } from '../phases/index.ts';
import { desk, told } from './testing/desk.ts';

const on = desk();
const DAY = '2025-02-04';

async function traded(day: string, ...nets: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const each of told(day, ...nets)) ids.push((await on().trade(each)).body.id as string);
  await on().settle();
  return ids;
}

const rules = '/api/settings/trading-rules';

describe('trading rules', () => {
  test('are the usual ones until somebody sets any', async () => {
    expect(await on().get(rules)).toMatchObject({
      status: 200,
      body: {
        max_losses_row_day: 3,
        max_losing_days_streak_week: 2,
        max_losing_weeks_streak_month: 2,
        alerts_enabled: true,
        max_trades_per_day: null,
        accounts: [],
        from: null,
      },
    });
  });

  test('keep what is left out, count from today, and ask for a version once there are any', async () => {
    const first = await on().put(rules, { max_trades_per_day: 5 });
    expect(first).toMatchObject({ status: 200, body: { max_losses_row_day: 3, max_trades_per_day: 5, from: '2025-02-05' } });
    expect(first.headers.get('etag')).toBe('"1"');
    expect(await on().put(rules, { max_losses_row_day: 4 })).toMatchObject({ status: 428 });
    const four = { max_losses_row_day: 4, max_losing_days_streak_week: 3, max_losing_weeks_streak_month: 1, alerts_enabled: false };
    expect(await on().put(rules, four, 1)).toMatchObject({ status: 200, body: { ...four, max_trades_per_day: 5 } });
    expect(await on().put(rules, { max_trades_per_day: null }, 2)).toMatchObject({
      status: 200,
      body: { ...four, max_trades_per_day: null },
    });
    expect(await on().put(rules, { max_losses_row_day: 0 }, 3)).toMatchObject({ status: 400 });
    expect(await on().put(rules, { max_losses: 3 }, 3)).toMatchObject({ status: 400 });
  });
});

describe('the calendar', () => {
  test('shows days, weeks and months with what they made, what was broken and why', async () => {
    await traded('2025-02-03', '5');
    await traded(DAY, '-1', '-1', '-1', '-1');
    const { body } = await on().get('/api/metrics/calendar?from=2025-02-01&to=2025-02-28');
    expect(body).toMatchObject({
      days: [
        { date: '2025-02-03', trades: 1, opened: 1, net_pnl: [{ currency: 'USD', amount: '5' }], breaches: [], reasons: [] },
        {
          date: DAY,
          trades: 4,
          net_pnl: [{ currency: 'USD', amount: '-4' }],
          breaches: ['loss_streak_day'],
          reasons: [{ rule_key: 'loss_streak_day', sentence: `4 losses in a row on ${DAY}; the rule allows 3.` }],
        },
      ],
      weeks: [{ week: '2025-W06', trades: 5, net_pnl: [{ currency: 'USD', amount: '1' }] }],
      months: [{ month: '2025-02', trades: 5 }],
      total: { trades: 5 },
      heat: {
        USD: [
          { date: '2025-02-03', heat: 4 },
          { date: DAY, heat: -4 },
        ],
      },
    });
  });

  test('of one account leaves the others out', async () => {
    const other = await on().openAccount({ name: 'Other' });
    await traded(DAY, '1');
    await on().trade({ opened: `${DAY}T15:00:00.000Z`, closed: `${DAY}T15:30:00.000Z`, net: '9', account: other });
    const { body } = await on().get(`/api/metrics/calendar?from=${DAY}&to=${DAY}&account_id=${other}`);
    expect(body.total).toMatchObject({ trades: 1, net_pnl: [{ amount: '9' }] });
  });

  test.each([
    ['2025-02-02', '2025-02-01', 'days_in_wrong_order'],
    ['2020-01-01', '2025-01-01', 'too_many_days'],
  ])('from %s to %s is refused', async (from, to, code) => {
    expect(await on().get(`/api/metrics/calendar?from=${from}&to=${to}`)).toMatchObject({ status: 422, body: { code } });
  });
});

describe('breaches', () => {
  test('are found by rule, by day, by whether they stand, a page at a time', async () => {
    await traded('2025-02-03', '-1', '-1', '-1', '-1');
    await traded(DAY, '-1', '-1', '-1', '-1', '-1');
    const listed = async (query: string) =>
      (await on().get(`/api/breaches?${query}`)).body.breaches.map((each: { figure: string }) => each.figure);
    expect(await listed('rule_key=loss_streak_day')).toEqual(['5', '4']);
    expect(await listed('rule_key=risk_cap_exceeded')).toEqual([]);
    expect(await listed(`from=${DAY}`)).toEqual(['5']);
    expect(await listed('to=2025-02-03')).toEqual(['4']);
    expect(await listed('standing=false')).toEqual([]);
    const page = (await on().get('/api/breaches?limit=1')).body;
    expect(await listed(`limit=1&after=${page.next_after}`)).toEqual(['4']);
    expect(await on().get(`/api/breaches/${newId()}`)).toMatchObject({ status: 404 });
  });
});

describe('a verdict', () => {
  const asked = (query = '') => on().get(`/api/verdict?account_id=${on().accountId}${query}`);

  test('stops after as many losses in a row as the rules allow, until the day is over', async () => {
    await on().until('2025-02-05T21:00:00.000Z');
    await traded('2025-02-05', '-1', '-1', '-1');
    expect((await asked()).body).toMatchObject({
      may_trade: false,
      reasons: [{ rule: 'loss_streak_day', effect: 'stops', figure: '3', limit: '3', clears_at: '2025-02-06T05:00:00.000Z' }],
    });
    await on().until('2025-02-06T05:00:00.000Z');
    expect((await asked()).body).toMatchObject({ may_trade: true, reasons: [] });
  });

  test('names the phase, the caps and the rules at once', async () => {
    await on().post('/api/phases/begin', { phase: 'proof' });
    const { version } = (await on().get(`/api/accounts/${on().accountId}`)).body;
    await on().call('PATCH', `/api/accounts/${on().accountId}`, { account_max_risk_pct: '1' }, { 'if-match': String(version) });
    expect((await asked('&risk_pct=2&size=150&grade_cap_pct=0.5')).body).toMatchObject({
      may_trade: false,
      allowed_risk_pct: '0.5',
      allowed_size: '100',
      trades_left: 1,
      reasons: [
        { rule: 'account_cap', effect: 'stops' },
        { rule: 'grade_cap', effect: 'stops' },
        { rule: 'phase_size', effect: 'stops' },
      ],
    });
    expect((await asked('&risk_pct=0.5&size=100')).body).toMatchObject({ may_trade: true });
  });

  test('is about an account that is there, and about what is said', async () => {
    expect(await on().get(`/api/verdict?account_id=${newId()}`)).toMatchObject({ status: 404 });
    await on().put(rules, { allowed_instruments: { mode: 'deny', types: ['future'], symbols: ['GME'] } });
    expect((await asked('&symbol=gme')).body).toMatchObject({ may_trade: false });
    expect((await asked('&instrument_type=future')).body).toMatchObject({ may_trade: false });
    expect((await asked('&symbol=ACME&instrument_type=stock')).body).toMatchObject({ may_trade: true });
  });
});

describe('arming a plan', () => {
  const plan = () => ({
    account_id: on().accountId,
    symbol: 'ACME',
    legs: [{ instrument_type: 'stock', quantity: '1' }],
    plan: { entry: '20', stop: '19' },
  });

  async function overTheLimit(): Promise<void> {
    await on().put(rules, { max_trades_per_day: 1 });
    await on().until('2025-02-05T21:00:00.000Z');
    await traded('2025-02-05', '1');
  }

  test('is done where nothing stands against it', async () => {
    expect(await on().post('/api/positions', plan())).toMatchObject({ status: 201, body: { status: 'planned', symbol: 'ACME' } });
    expect((await on().get('/api/overrides')).body.overrides).toEqual([]);
  });

  test('is refused over the limit, with every reason and when it clears', async () => {
    await overTheLimit();
    const { status, body } = await on().post('/api/positions', plan());
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'not_allowed_now' });
    expect(body.detail).toContain('1 of 1 today');
    expect(body.details).toMatchObject({
      clears_at: '2025-02-06T05:00:00.000Z',
      reasons: [{ rule: 'day_trades_exceeded', figure: '1', limit: '1' }],
    });
    expect((await on().get('/api/positions?status=planned')).body.positions).toEqual([]);
  });

  test('goes on over it with a reason, which is a fact', async () => {
    await overTheLimit();
    const override = { reason: 'Hedge of the position before' };
    const { status, body } = await on().post('/api/positions', { ...plan(), override }, { 'idempotency-key': 'once' });
    expect(status).toBe(201);
    const listed = (await on().get(`/api/overrides?position_id=${body.id}`)).body.overrides;
    expect(listed).toMatchObject([{ position_id: body.id, reason: override.reason, reasons: [{ rule: 'day_trades_exceeded' }] }]);
    const { lastSeq } = on().workspace;
    expect(await on().post('/api/positions', { ...plan(), override }, { 'idempotency-key': 'once' })).toMatchObject({
      status: 201,
      body: { id: body.id },
    });
    expect(on().workspace.lastSeq).toBe(lastSeq);
  });

  test('that the rules of positions refuse declares no override', async () => {
    await overTheLimit();
    const wrong = { ...plan(), account_id: newId(), override: { reason: 'All the same' } };
    expect(await on().post('/api/positions', wrong)).toMatchObject({ status: 404 });
    expect((await on().get('/api/overrides')).body.overrides).toEqual([]);
  });

  test('never refuses what was filled: it happened', async () => {
    await overTheLimit();
    const legs = [
      { instrument_type: 'stock', quantity: '1', fills: [{ price: '20', quantity: '1', occurred_at: '2025-02-05T20:00:00Z' }] },
    ];
    expect(await on().post('/api/positions', { ...plan(), legs })).toMatchObject({ status: 201, body: { status: 'open' } });
  });

  test('judges an order that begins a trade, and none that goes to one', async () => {
    const { body: held } = await on().post('/api/positions', plan());
    await overTheLimit();
    const { plan: _, legs, account_id, symbol } = { ...plan() };
    const order = { account_id, order_type: 'market', position_template: { symbol, legs } };
    expect(await on().post('/api/orders', order)).toMatchObject({ status: 422, body: { code: 'not_allowed_now' } });
    expect((await on().get('/api/orders')).body.orders).toEqual([]);
    const override = { reason: 'Hedge of the position before' };
    expect(await on().post('/api/orders', { ...order, override })).toMatchObject({ status: 201, body: { status: 'pending' } });
    expect((await on().get('/api/overrides')).body.overrides).toMatchObject([{ position_id: null, reason: override.reason }]);
    expect(await on().post('/api/orders', { ...order, position_id: held.id })).toMatchObject({ status: 201 });
  });

  test('measures the risk of the plan against the size of the account', async () => {
    const size = { currency: 'USD', amount: '100' };
    await on().put(rules, { accounts: [{ account_id: on().accountId, size }] });
    const { version } = (await on().get(`/api/accounts/${on().accountId}`)).body;
    await on().call('PATCH', `/api/accounts/${on().accountId}`, { account_max_risk_pct: '0.5' }, { 'if-match': String(version) });
    expect(await on().post('/api/positions', plan())).toMatchObject({ status: 422, body: { code: 'not_allowed_now' } });
    expect(await on().post('/api/positions', { ...plan(), risk_pct: '0.5' })).toMatchObject({ status: 201 });
  });
});

describe('an override', () => {
  test('says what stood against it, and is not there for nothing', async () => {
    const body = { account_id: on().accountId, reason: 'All the same' };
    expect(await on().post('/api/overrides', body)).toMatchObject({ status: 422, body: { code: 'nothing_stands_against' } });
    await on().put(rules, { allowed_hours: [{ weekdays: ['mon'], from: '09:30', to: '16:00', zone: 'America/New_York' }] });
    expect(await on().post('/api/overrides', body)).toMatchObject({
      status: 201,
      body: { reason: body.reason, reasons: [{ rule: 'outside_allowed_hours' }] },
    });
  });
});

describe('the review of a week', () => {
  test('gathers breaches, overrides and sessions, and what each rule cost', async () => {
    await traded('2025-02-03', '5');
    await traded(DAY, '-1', '-1', '-1', '-1');
    const { status, body } = await on().get('/api/reviews/2025-W06');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      week: '2025-W06',
      from: '2025-02-03T05:00:00.000Z',
      to: '2025-02-10T05:00:00.000Z',
      kept: { trades: 1, net_pnl: [{ amount: '5' }] },
      broken: { trades: 4, net_pnl: [{ amount: '-4' }] },
      by_rule: [{ rule_key: 'loss_streak_day', breaches: 1, trades: 4 }],
      breaches: [{ rule_key: 'loss_streak_day' }],
      overrides: [],
      sessions: [{ session_date: '2025-02-03' }, { session_date: DAY }],
    });
  });

  test.each(['2025-W00', '2025-W53', '2025-6', 'now'])('of %s is refused', async (week) => {
    expect(await on().get(`/api/reviews/${week}`)).toMatchObject({ status: 400 });
  });

  test('of a week of two years is one week', async () => {
    await traded('2024-12-31', '1');
    await traded('2025-01-02', '2');
    expect((await on().get('/api/reviews/2025-W01')).body.kept).toMatchObject({ trades: 2, net_pnl: [{ amount: '3' }] });
    expect(await on().get('/api/reviews/2020-W53')).toMatchObject({ status: 200 });
  });
});

describe('exports', () => {
  test('have a line for each breach, session, change of phase and attempt', async () => {
    await on().post('/api/phases/begin', { phase: 'trial' });
    await on().post('/api/phases/advance');
    await on().until('2025-02-06T12:00:00.000Z');
    await traded('2025-02-05', '-1', '-1', '-1', '-1');
    const { workspace } = on();
    const files = [discipline, phases].flatMap(({ exportFiles }) => workspace.read((sql) => exportFiles!(sql, workspace.now())));
    const read = (name: string) =>
      files
        .find((file) => file.name === name)!
        .text.split('\n')
        .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as object]));
    expect(read('breaches.jsonl')).toMatchObject([
      { rule_key: 'loss_streak_day', scope: 'day', date_or_week: '2025-02-05', withdrawn: null },
    ]);
    expect(read('sessions.jsonl')).toMatchObject([
      { session_date: '2025-02-05', currency: 'USD', phase: 'trial', circuit_breaker_trips: 1 },
    ]);
    const [change] = read('phase-history.jsonl');
    expect(Object.keys(change!).slice(0, 7)).toEqual([
      'transition_id',
      'timestamp',
      'from_phase',
      'to_phase',
      'trigger',
      'validation_passed',
      'metrics_snapshot',
    ]);
    const [attempt] = read('phase-overrides.jsonl');
    expect(Object.keys(attempt!)).toEqual(['timestamp', 'phase', 'action', 'blocked', 'reason', 'operator_id']);
  });
});
