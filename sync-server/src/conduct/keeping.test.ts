import { describe, expect, test } from 'vitest';
import { desk, told } from './testing/desk.ts';

const on = desk();
const DAY = '2025-02-04';

async function close(day: string, ...nets: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const each of told(day, ...nets)) ids.push((await on().trade(each)).body.id as string);
  return ids;
}

const breaches = async (query = '') => (await on().get(`/api/breaches${query}`)).body.breaches;
const sessions = async () => (await on().get('/api/metrics/sessions')).body.sessions;
const measurings = () => on().book.sql.all("SELECT 1 FROM fact WHERE type = 'SessionMeasured'").length;

describe('what was broken is put on the record', () => {
  test('once trades are in, and only once', async () => {
    await close(DAY, '-1', '-1', '-1', '-1');
    expect(await breaches()).toEqual([]);
    await on().settle();
    expect(await breaches()).toMatchObject([{ rule_key: 'loss_streak_day', date_or_week: DAY, figure: '4', limit: '3', withdrawn: null }]);
    const { lastSeq } = on().workspace;
    await on().settle();
    await on().settle();
    expect(on().workspace.lastSeq).toBe(lastSeq);
  });

  test('a trade in an account that is opened while the record is looked over has its turn next', async () => {
    await close(DAY, '-1', '-1', '-1', '-1');
    on().book.sleep(60_000);
    const looked = on().workspace.wake();
    const account = await on().openAccount({ name: 'Second' });
    for (const each of told(DAY, '-1', '-1')) await on().trade({ ...each, account });
    await looked;
    await on().settle();
    expect(await breaches()).toMatchObject([{ rule_key: 'loss_streak_day', date_or_week: DAY, withdrawn: null }]);
    expect(await sessions()).toMatchObject([{ session_date: DAY, total_losses: 6 }]);
  });

  test('a correction of last month withdraws a breach, and its history stays', async () => {
    const [id] = await close('2025-01-06', '-1', '-1', '-1', '-1');
    await on().settle();
    const [breach] = await breaches();
    await on().correct(id!, 1, { price: '105' });
    await on().settle();
    expect(await breaches('?standing=true')).toEqual([]);
    const { body } = await on().get(`/api/breaches/${breach.id}`);
    expect(body).toMatchObject({ withdrawn: { because: 'trade_changed' } });
    expect(body.history.map(({ type }: { type: string }) => type)).toEqual(['BreachRecorded', 'BreachWithdrawn']);
    const calendar = await on().get('/api/metrics/calendar?from=2025-01-01&to=2025-01-31');
    expect(calendar.body.days).toMatchObject([{ date: '2025-01-06', trades: 4, breaches: [] }]);
    expect(await sessions()).toMatchObject([{ session_date: '2025-01-06', total_wins: 1, total_losses: 3, circuit_breaker_trips: 0 }]);
  });

  test('a trade that moves to another day is counted there, and no longer where it was', async () => {
    await on().put('/api/settings/trading-rules', { max_trades_per_day: 1 });
    const ids = await close('2025-02-03', '1', '1');
    await on().settle();
    expect(await breaches('?standing=true')).toMatchObject([{ rule_key: 'day_trades_exceeded', date_or_week: '2025-02-03' }]);
    await on().correct(ids[1]!, 0, { occurred_at: '2025-01-31T15:00:00.000Z' });
    await on().settle();
    expect(await breaches('?standing=true')).toEqual([]);
  });

  test('the first rules anybody sets judge all there was before', async () => {
    await close(DAY, '-1', '-1');
    await on().settle();
    expect(await breaches()).toEqual([]);
    await on().put('/api/settings/trading-rules', { max_losses_row_day: 1 });
    await on().settle();
    expect(await breaches()).toMatchObject([{ rule_key: 'loss_streak_day', limit: '1' }]);
  });

  test('what a checklist allowed counts once the trade is closed', async () => {
    const { body: template } = await on().post('/api/playbooks/templates', {
      name: 'Breakout',
      purpose: 'pre',
      schema: [{ key: 'volume', label: 'Volume', type: 'boolean' }],
      template_max_risk_pct: '0.5',
    });
    const [id] = await close(DAY, '1');
    await on().settle();
    const answers = { template_id: template.id, values: { volume: true }, intended_risk_pct: '2' };
    await on().post(`/api/positions/${id}/playbook-responses`, answers);
    await on().settle();
    expect(await breaches()).toMatchObject([{ rule_key: 'risk_cap_exceeded', figure: '2', limit: '0.5', position_ids: [id] }]);
  });

  test('an account whose clock is put right has its trades on other days', async () => {
    // Four losses from 22:00 to 01:00 UTC: one evening in New York, two days in UTC.
    const late = told('2025-02-03', '-1', '-1', '-1', '-1').map(({ net }, place) => ({
      opened: `2025-02-0${place < 2 ? 3 : 4}T${['22', '23', '00', '01'][place]}:00:00.000Z`,
      closed: `2025-02-0${place < 2 ? 3 : 4}T${['22', '23', '00', '01'][place]}:30:00.000Z`,
      net: net!,
    }));
    for (const each of late) await on().trade(each);
    await on().settle();
    expect(await breaches('?standing=true')).toMatchObject([{ rule_key: 'loss_streak_day', date_or_week: '2025-02-03' }]);
    const { version } = (await on().get(`/api/accounts/${on().accountId}`)).body;
    await on().call('PATCH', `/api/accounts/${on().accountId}`, { zone: 'UTC' }, { 'if-match': String(version) });
    await on().settle();
    expect(await breaches('?standing=true')).toEqual([]);
  });
});

describe('a trading day is measured', () => {
  const afternoon = '2025-02-05T21:00:00.000Z';

  test('when it is over, and not before', async () => {
    await on().until(afternoon);
    await close('2025-02-05', '2', '-1');
    await on().settle();
    expect(await sessions()).toEqual([]);
    await on().until('2025-02-06T04:59:59.000Z');
    expect(await sessions()).toEqual([]);
    await on().until('2025-02-06T05:00:00.000Z');
    expect(await sessions()).toMatchObject([
      { session_date: '2025-02-05', currency: 'USD', trades_executed: 2, total_wins: 1, total_losses: 1, win_rate: '0.5', total_pnl: '1' },
    ]);
  });

  test('late where the server was down when it ended, and once', async () => {
    await on().until(afternoon);
    await close('2025-02-05', '1');
    await on().settle();
    on().book.sleep(9 * 86_400_000);
    const again = on().book.open();
    await again.wake();
    expect(await sessions()).toMatchObject([{ session_date: '2025-02-05', created_at: '2025-02-14T21:00:03.000Z' }]);
    await on().book.open().wake();
    expect(measurings()).toBe(1);
  });

  test('once, although the clock went ahead and was set right again', async () => {
    await on().until(afternoon);
    await close('2025-02-05', '1');
    await on().until('2025-02-08T12:00:00.000Z');
    expect(measurings()).toBe(1);
    await on().until('2025-02-05T22:00:00.000Z');
    await on().trade({ opened: '2025-02-05T21:10:00.000Z', closed: '2025-02-05T21:20:00.000Z', net: '4' });
    await on().until('2025-02-06T05:00:00.000Z');
    expect(await sessions()).toMatchObject([{ session_date: '2025-02-05', trades_executed: 2, total_pnl: '5' }]);
    await on().until('2025-02-08T12:00:00.000Z');
    expect(measurings()).toBe(2);
  });

  test('in two zones when the last of its accounts is through with it', async () => {
    const tokyo = await on().openAccount({ name: 'East', zone: 'Asia/Tokyo' });
    await on().until(afternoon);
    await on().trade({ opened: '2025-02-05T03:00:00.000Z', closed: '2025-02-05T04:00:00.000Z', net: '3', account: tokyo });
    await on().trade({ opened: '2025-02-05T18:00:00.000Z', closed: '2025-02-05T19:00:00.000Z', net: '4' });
    await on().settle();
    expect(await sessions()).toEqual([]);
    await on().until('2025-02-06T05:00:00.000Z');
    expect(await sessions()).toMatchObject([{ session_date: '2025-02-05', trades_executed: 2, total_pnl: '7' }]);
  });

  test('with a trade that is held over midnight opened on the one day, and its result on the other', async () => {
    await on().trade({ opened: '2025-02-03T20:00:00.000Z', closed: '2025-02-04T15:00:00.000Z', net: '6' });
    await on().settle();
    expect(await sessions()).toMatchObject([
      { session_date: '2025-02-04', trades_executed: 0, total_wins: 1, total_pnl: '6' },
      { session_date: '2025-02-03', trades_executed: 1, total_wins: 0, total_pnl: '0' },
    ]);
  });

  test.each([
    ['begins', '2025-03-09', '2025-03-10T03:59:59.999Z', '2025-03-10T04:00:00.000Z'],
    ['ends', '2025-11-02', '2025-11-03T04:59:59.999Z', '2025-11-03T05:00:00.000Z'],
  ])('at the end of a day on which summer time %s', async (_, day, before, end) => {
    await on().until(`${day}T22:00:00.000Z`);
    await close(day, '1');
    await on().until(before);
    expect(await sessions()).toEqual([]);
    await on().until(end);
    expect(await sessions()).toMatchObject([{ session_date: day, total_pnl: '1' }]);
  });

  test('again when one of its trades is put right, and each currency by itself', async () => {
    const euros = await on().openAccount({ name: 'Euros', currency: 'EUR', zone: 'Europe/Berlin' });
    const [id] = await close(DAY, '1');
    await on().trade({ opened: `${DAY}T10:00:00.000Z`, closed: `${DAY}T11:00:00.000Z`, net: '2', account: euros });
    await on().settle();
    await on().correct(id!, 1, { price: '90' });
    await on().settle();
    expect(await sessions()).toMatchObject([
      { session_date: DAY, currency: 'EUR', total_pnl: '2' },
      { session_date: DAY, currency: 'USD', total_pnl: '-10', total_losses: 1 },
    ]);
  });

  test('on demand while it lasts, and never before it has begun', async () => {
    await on().until(afternoon);
    await close('2025-02-05', '1');
    const measured = await on().post('/api/metrics/sessions/2025-02-05/measure');
    expect(measured.body.sessions).toMatchObject([{ session_date: '2025-02-05', total_pnl: '1' }]);
    expect((await on().post('/api/metrics/sessions/2025-02-05/measure')).status).toBe(200);
    expect(measurings()).toBe(1);
    expect(await on().post('/api/metrics/sessions/2025-02-06/measure')).toMatchObject({
      status: 422,
      body: { code: 'session_in_the_future' },
    });
  });
});

describe('keeping', () => {
  test('is not put off by what goes on happening', async () => {
    await close(DAY, '-1', '-1', '-1', '-1');
    const started = Date.parse(on().workspace.now());
    while ((await breaches()).length === 0) {
      expect(Date.parse(on().workspace.now()) - started).toBeLessThanOrEqual(31_000);
      await on().post('/api/accounts', { name: 'Another', broker: 'Paper', currency: 'USD', zone: 'America/New_York' });
      on().book.sleep(1_000);
      await on().workspace.wake();
    }
  });

  test('looks again at what was recorded while it looked', async () => {
    await close(DAY, '-1');
    on().book.sleep(3_000);
    const keeping = on().workspace.wake();
    await close(DAY, '-2', '-2', '-2');
    await keeping;
    await on().settle();
    expect(await breaches()).toMatchObject([{ rule_key: 'loss_streak_day', figure: '4' }]);
  });

  test('comes to an end by itself, and waits for the end of the session', async () => {
    await close(DAY, '-1', '-1', '-1', '-1');
    await on().settle();
    expect(on().book.alarm).toBe('2025-02-06T05:00:00.000Z');
  });

  test('lets others have their turn between', async () => {
    for (const day of ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31']) {
      await close(day, '-1', '-1', '-1', '-1', '-1', '-1');
    }
    on().book.sleep(3_000);
    let done = false;
    const keeping = on()
      .workspace.wake()
      .then(() => (done = true));
    await on().openAccount({ name: 'Meanwhile' });
    expect(done).toBe(false);
    await keeping;
    expect(await breaches()).toHaveLength(6);
  });

  test('begins in a book that is older than it', async () => {
    await close(DAY, '-1', '-1', '-1', '-1');
    on().book.sql.run('DELETE FROM job');
    await on().book.open().wake();
    expect(await breaches()).toHaveLength(1);
  });
});
