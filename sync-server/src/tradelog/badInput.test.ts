import { describe, expect, test } from 'vitest';
import { desk, stock, vertical } from './testing/desk.ts';

const at = desk();
const nobody = '0194d7c0-0000-7000-8000-000000000001';

/** Every one of these is refused with a sentence, and leaves the log as it was. */
describe('bad input to the trade log', () => {
  test.each([
    ['a price with 30 decimals', { price: `1.${'1'.repeat(30)}` }, 400],
    ['a price that is not a number', { price: 'NaN' }, 400],
    ['a price that is infinite', { price: 'Infinity' }, 400],
    ['a price of negative zero', { price: '-0' }, 400],
    ['a quantity of negative zero', { quantity: '-0' }, 400],
    ['a quantity of nothing', { quantity: '0' }, 400],
    ['a price with an exponent', { price: '1e5' }, 400],
    ['a price in other digits', { price: '٥٠' }, 400],
    ['a price left out', { price: undefined }, 400],
    ['a fee finer than a cent', { fees: '0.001' }, 422],
    ['a fee beyond all money', { fees: '99999999999999999' }, 400],
    ['an amount beyond what can be kept exactly', { price: '900000000000000', quantity: '900000000000' }, 422],
    ['a fill in the future', { occurred_at: '2025-02-06T10:30:00Z' }, 422],
    ['a fill before its contract was listed', { occurred_at: '2025-01-01T10:30:00Z' }, 422],
    ['a fill at no time of day', { occurred_at: '2025-02-05T25:00:00Z' }, 400],
    ['a fill on a day that is none', { occurred_at: '2025-02-30T10:00:00Z' }, 400],
    ['a fill finer than a millisecond', { occurred_at: '2025-02-05T10:00:00.0001Z' }, 400],
    ['a leg nobody knows', { leg_id: nobody }, 422],
    ['a leg id with a line break', { leg_id: `${nobody}\r\nset-cookie: a=b` }, 400],
    ['a key nobody asked for', { admin: true }, 400],
    ['another type', { quantity: [100] }, 400],
  ])('%s', async (_, more, status) => {
    const { post, accountId, workspace } = at();
    const listed = { ...stock(accountId), legs: [{ instrument_type: 'stock', quantity: '100', listed_on: '2025-02-01' }] };
    const { id, legs } = (await post('/api/positions', listed)).body;
    const before = workspace.lastSeq;
    const answer = await post(`/api/positions/${id}/fills`, { leg_id: legs[0].id, price: '50', quantity: '100', ...more });
    expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(/\.$/), code: expect.any(String) } });
    expect(workspace.lastSeq).toBe(before);
  });

  test('a leg of another position', async () => {
    const { post, accountId, workspace } = at();
    const one = (await post('/api/positions', stock(accountId))).body;
    const other = (await post('/api/positions', stock(accountId))).body;
    const before = workspace.lastSeq;
    expect(await post(`/api/positions/${one.id}/fills`, { leg_id: other.legs[0].id, price: '1', quantity: '1' })).toMatchObject({
      status: 422,
      body: { code: 'leg_not_in_position' },
    });
    expect(workspace.lastSeq).toBe(before);
  });

  test('a fill after its contract expired', async () => {
    const { post, accountId } = at();
    const expired = { instrument_type: 'option', expiry: '2025-02-03', strike: '50', right: 'put', quantity: '1' };
    const { id, legs } = (await post('/api/positions', { ...stock(accountId), legs: [expired] })).body;
    expect(await post(`/api/positions/${id}/fills`, { leg_id: legs[0].id, price: '1', quantity: '1' })).toMatchObject({
      status: 422,
      body: { code: 'fill_after_expiry' },
    });
  });

  test('ten thousand legs, and ten thousand fills', async () => {
    const { post, accountId, workspace } = at();
    const leg = { instrument_type: 'stock', quantity: '1' };
    const before = workspace.lastSeq;
    expect(await post('/api/positions', { ...stock(accountId), legs: Array.from({ length: 10_000 }, () => leg) })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('at most 100 legs') },
    });
    const fills = Array.from({ length: 10_000 }, () => ({ price: '1', quantity: '1' }));
    expect(await post('/api/positions', { ...stock(accountId), legs: [{ ...leg, fills }] })).toMatchObject({ status: 400 });
    expect(workspace.lastSeq).toBe(before);
  });

  test.each([
    ['no id at all', 'x'],
    ['an id with upper case', nobody.toUpperCase()],
    ['a longer id', `${nobody}0`],
    ['a prototype', '__proto__'],
  ])('%s in the path', async (_, id) => {
    const { get } = at();
    expect(await get(`/api/positions/${id}`)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  });

  test.each(['/api/positions', '/api/accounts', '/api/orders', '/api/journal_entries'])('an id nobody knows, under %s', async (path) => {
    const { get } = at();
    expect(await get(`${path}/${nobody}`)).toMatchObject({
      status: 404,
      body: { code: 'not_found', detail: expect.stringContaining(nobody) },
    });
  });

  test('options without their terms, futures without a known multiplier, stock with a strike', async () => {
    const { post, accountId, workspace } = at();
    const before = workspace.lastSeq;
    const create = (leg: object) => post('/api/positions', { ...stock(accountId), legs: [leg] });
    expect(await create({ instrument_type: 'option', quantity: '1' })).toMatchObject({ body: { code: 'option_terms_missing' } });
    expect(await create({ instrument_type: 'future', expiry: '2025-03-21', quantity: '1' })).toMatchObject({
      body: { code: 'multiplier_unknown' },
    });
    expect(await create({ instrument_type: 'stock', strike: '5', quantity: '1' })).toMatchObject({
      body: { code: 'leg_terms_not_for_type' },
    });
    expect(await create({ instrument_type: 'crypto', quantity: '1' })).toMatchObject({ status: 400 });
    expect(workspace.lastSeq).toBe(before);
  });

  test.each(['W/"1"', '*', '"1", "2"', 'one', '0', '-1', '1e3', '99999999999999999999'])('an If-Match of %s', async (ifMatch) => {
    const { post, call, accountId, workspace } = at();
    const { id } = (await post('/api/positions', vertical(accountId))).body;
    const before = workspace.lastSeq;
    expect(await call('PATCH', `/api/positions/${id}`, { tags: ['x'] }, { 'if-match': ifMatch })).toMatchObject({
      status: 400,
      body: { code: 'malformed_if_match' },
    });
    expect(workspace.lastSeq).toBe(before);
  });

  test('an Idempotency-Key that is none', async () => {
    const { post, accountId } = at();
    expect(await post('/api/positions', stock(accountId), { 'idempotency-key': 'two words' })).toMatchObject({ status: 400 });
    expect(await post('/api/positions', stock(accountId), { 'idempotency-key': 'x'.repeat(300) })).toMatchObject({ status: 400 });
  });
});
