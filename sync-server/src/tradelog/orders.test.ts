import { describe, expect, test } from 'vitest';
import { desk, stock } from './testing/desk.ts';

const at = desk();

const limitOrder = (accountId: string, more: object = {}) => {
  const { account_id, ...position_template } = stock(accountId);
  return { account_id, position_template, order_type: 'limit', limit_price: '50', ...more };
};

describe('an order over HTTP', () => {
  test('waits, is executed at its limit, and becomes an open position', async () => {
    const { post, get, accountId } = at();
    const order = (await post('/api/orders', limitOrder(accountId))).body;
    expect((await get('/api/orders/active')).body.orders).toEqual([order]);
    const executed = await post(`/api/orders/${order.id}/execute`);
    expect(executed).toMatchObject({
      status: 201,
      body: { status: 'open', order_id: order.id, fills: [{ price: '50', quantity: '100' }] },
    });
    expect((await get('/api/orders/active')).body.orders).toEqual([]);
    expect((await get(`/api/orders/${order.id}`)).body).toMatchObject({ status: 'filled', position_id: executed.body.id });
    expect(await post(`/api/orders/${order.id}/execute`)).toMatchObject({ status: 422, body: { code: 'order_not_pending' } });
  });

  test('executing it twice under one key makes one position', async () => {
    const { post, get, accountId } = at();
    const order = (await post('/api/orders', limitOrder(accountId))).body;
    const key = { 'idempotency-key': 'fill-1' };
    const first = await post(`/api/orders/${order.id}/execute`, undefined, key);
    expect((await post(`/api/orders/${order.id}/execute`, undefined, key)).body).toEqual(first.body);
    expect((await get('/api/positions')).body.positions).toHaveLength(1);
  });

  test('is cancelled, once', async () => {
    const { post, call, accountId } = at();
    const { id } = (await post('/api/orders', limitOrder(accountId))).body;
    expect(await call('DELETE', `/api/orders/${id}`)).toMatchObject({
      status: 200,
      body: { status: 'cancelled', cancelled_because: 'cancelled' },
    });
    expect(await call('DELETE', `/api/orders/${id}`)).toMatchObject({ status: 422, body: { code: 'order_not_pending' } });
  });

  test('that is good until some time is cancelled then, also if the server slept through it', async () => {
    const { post, get, accountId, book, workspace } = at();
    const { id } = (await post('/api/orders', limitOrder(accountId, { good_until: '2025-02-05T10:31:00Z' }))).body;
    const filled = (await post('/api/orders', limitOrder(accountId, { good_until: '2025-02-05T10:30:30Z' }))).body;
    await post(`/api/orders/${filled.id}/execute`);
    // What rules and phases keep up is due at once, and is out of the way first.
    book.sleep(3_000);
    await workspace.wake();
    expect(book.alarm).toBe('2025-02-05T10:31:00.000Z');
    book.sleep(3 * 86_400_000);
    await workspace.wake();
    await workspace.wake();
    expect((await get(`/api/orders/${id}`)).body).toMatchObject({ status: 'cancelled', cancelled_because: 'expired' });
    expect((await get(`/api/orders/${filled.id}`)).body.status).toBe('filled');
    expect(book.alarm).toSatisfy((alarm: string) => alarm > workspace.now());
  });

  test('a market order needs its price when it is filled', async () => {
    const { post, accountId } = at();
    const order = (await post('/api/orders', limitOrder(accountId, { order_type: 'market', limit_price: null }))).body;
    expect(await post(`/api/orders/${order.id}/execute`)).toMatchObject({ status: 422, body: { code: 'order_price_missing' } });
    const [leg] = order.position_template.legs;
    expect(await post(`/api/orders/${order.id}/execute`, { fills: [{ leg_id: leg.id, price: '49.9', fees: '1' }] })).toMatchObject({
      status: 201,
      body: { fills: [{ price: '49.9', fees: '1' }] },
    });
  });
});

describe('a journal entry over HTTP', () => {
  test('is written, revised on its version, withdrawn, and never erased', async () => {
    const { post, get, edit, call, accountId } = at();
    const position = (await post('/api/positions', stock(accountId))).body;
    const entry = await post('/api/journal_entries', {
      position_id: position.id,
      object_of_reflection: 'Why was the stop so wide?',
      phase: 'setup',
      bias_flags: ['fear of missing out'],
    });
    expect(entry).toMatchObject({ status: 201, body: { version: 1, notes: null } });
    const path = `/api/journal_entries/${entry.body.id}`;
    expect(await call('PATCH', path, { notes: 'late' })).toMatchObject({ status: 428 });
    expect(await edit('PATCH', path, 1, { notes: 'The range was narrow.' })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await edit('DELETE', `${path}?reason=wrong+trade`, 2)).toMatchObject({
      status: 200,
      body: { withdrawn: { reason: 'wrong trade' } },
    });
    expect((await get(`/api/journal_entries?position_id=${position.id}`)).body.journal_entries).toHaveLength(1);
    expect((await get(`/api/positions/${position.id}`)).body.version).toBe(1);
  });

  test('belongs to a position that exists and says what it is about', async () => {
    const { post } = at();
    const position_id = '0194d7c0-0000-7000-8000-000000000001';
    expect(await post('/api/journal_entries', { position_id, object_of_reflection: 'x', phase: 'exit' })).toMatchObject({ status: 404 });
    expect(await post('/api/journal_entries', { position_id, phase: 'exit' })).toMatchObject({ status: 400 });
    expect(await post('/api/journal_entries', { position_id, object_of_reflection: 'x', phase: 'lunch' })).toMatchObject({ status: 400 });
  });
});

describe('an account over HTTP', () => {
  test('changes, closes to new positions, and opens again', async () => {
    const { post, get, edit, accountId } = at();
    const path = `/api/accounts/${accountId}`;
    expect(await edit('PATCH', path, 1, { account_max_risk_pct: '1.5', session_start: '17:00' })).toMatchObject({
      status: 200,
      body: { account_max_risk_pct: '1.5', session_start: '17:00', version: 2 },
    });
    expect(await edit('PATCH', path, 2, { currency: 'EUR' })).toMatchObject({ status: 422, body: { code: 'account_currency_fixed' } });
    expect(await edit('POST', `${path}/close`, 2)).toMatchObject({ status: 200, body: { closed: true } });
    expect(await post('/api/positions', stock(accountId))).toMatchObject({ status: 422, body: { code: 'account_closed' } });
    expect(await edit('POST', `${path}/reopen`, 3)).toMatchObject({ status: 200, body: { closed: false } });
    expect((await get('/api/accounts')).body.accounts).toMatchObject([{ id: accountId, version: 4 }]);
  });

  test.each([
    [{ zone: 'Mars/Olympus' }, 'zone'],
    [{ currency: 'usd' }, 'currency'],
    [{ session_start: '25:00' }, 'session_start'],
    [{ name: 'two\r\nlines' }, 'name'],
    [{ account_max_risk_pct: '101' }, 'account_max_risk_pct'],
    [{ nickname: 'x' }, 'nickname'],
  ])('is refused with %o, saying where', async (more, where) => {
    const { post, workspace } = at();
    const answer = await post('/api/accounts', { name: 'A', broker: 'B', currency: 'USD', zone: 'UTC', ...more });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input', detail: expect.stringContaining(where) } });
    expect(workspace.lastSeq).toBe(1);
  });
});
