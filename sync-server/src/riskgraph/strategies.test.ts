import { describe, expect, it, test } from 'vitest';
import { butterfly, desk, strategies } from './testing/desk.ts';

const at = desk();
const listed = async () => (await at().get(strategies)).body.strategies as { id: string; sort_order: number; label: string | null }[];

describe('a strategy', () => {
  it('is said in one line, and shown with what follows from it', async () => {
    const added = await at().post(strategies, butterfly);
    expect(added).toMatchObject({
      status: 201,
      body: {
        strategy: 'butterfly',
        side: 'call',
        strike: '6100',
        width: '25',
        dte: 9,
        debit: '2.35',
        visible: true,
        sort_order: 0,
        is_active: true,
        version: 1,
      },
    });
    expect(added.body.legs.map((leg: { strike: string; quantity: string }) => `${leg.quantity}x${leg.strike}`)).toEqual([
      '1x6075',
      '-2x6100',
      '1x6125',
    ]);
    expect((await at().get(`${strategies}/${added.body.id}`)).body).toEqual(added.body);
  });

  it('is of any legs: stock with a call against it needs no more than that', async () => {
    const legs = [
      { instrument_type: 'stock', quantity: '100' },
      { instrument_type: 'option', expiry: '2025-03-21', strike: '110', right: 'call', quantity: '-1' },
    ];
    const { body } = await at().post(strategies, { symbol: 'ACME', legs });
    expect(body).toMatchObject({ strategy: 'covered_call', underlying: 'ACME', side: null, strike: null, expiration: '2025-03-21' });
    expect(body.legs).toMatchObject([
      { multiplier: '1', exercise: null },
      { multiplier: '100', exercise: 'american' },
    ]);
  });

  it('knows what a point of a common future is worth, and guesses no other', async () => {
    const legs = [{ instrument_type: 'future', expiry: '2025-03-21', quantity: '1' }];
    expect((await at().post(strategies, { symbol: '/ESH5', legs })).body.legs).toMatchObject([{ multiplier: '50' }]);
    expect((await at().post(strategies, { symbol: '/XYH5', legs })).body).toMatchObject({ code: 'multiplier_needed' });
  });

  it('has every change on its audit trail', async () => {
    const { id } = (await at().post(strategies, butterfly)).body;
    await at().edit('PATCH', `${strategies}/${id}`, 1, { debit: '2.10', reason: 'The mid moved' });
    await at().edit('PATCH', `${strategies}/${id}`, 2, { visible: false });
    const removed = await at().edit('DELETE', `${strategies}/${id}?reason=Closed`, 3);
    expect(removed).toMatchObject({ status: 200, body: { is_active: false, version: 4 } });
    expect(await listed()).toEqual([]);
    expect(await at().edit('POST', `${strategies}/${id}/restore`, 4)).toMatchObject({ status: 200, body: { is_active: true } });
    const { versions } = (await at().get(`${strategies}/${id}/versions`)).body;
    expect(versions.map((line: { change_type: string; reason: string | null }) => [line.change_type, line.reason])).toEqual([
      ['created', null],
      ['debit_updated', 'The mid moved'],
      ['visibility_toggled', null],
      ['deleted', 'Closed'],
      ['restored', null],
    ]);
  });

  it('is changed only by whoever has seen it as it is', async () => {
    const { id } = (await at().post(strategies, butterfly)).body;
    expect(await at().call('PATCH', `${strategies}/${id}`, { visible: false })).toMatchObject({ status: 428 });
    await at().edit('PATCH', `${strategies}/${id}`, 1, { visible: false });
    expect(await at().edit('PATCH', `${strategies}/${id}`, 1, { visible: true })).toMatchObject({
      status: 409,
      body: { current_version: 2 },
    });
  });

  it('is added once, however often it is sent', async () => {
    const again = { 'idempotency-key': 'once' };
    const [first, second] = [await at().post(strategies, butterfly, again), await at().post(strategies, butterfly, again)];
    expect(second.body.id).toBe(first.body.id);
    expect(await listed()).toHaveLength(1);
  });

  it.each<[string, number, object]>([
    ['neither legs nor a line', 422, { symbol: 'SPX' }],
    ['both', 422, { ...butterfly, legs: [{ instrument_type: 'stock', quantity: '1' }] }],
    ['half a line', 422, { symbol: 'SPX', strategy: 'single', strike: '6100' }],
    ['a width below zero', 400, { ...butterfly, width: '-5' }],
    ['a leg of a strike that is no number', 400, { symbol: 'SPX', legs: [{ instrument_type: 'option', strike: 'NaN', quantity: '1' }] }],
    ['a thousand legs', 400, { symbol: 'SPX', legs: Array.from({ length: 1_000 }, () => ({ instrument_type: 'stock', quantity: '1' })) }],
    [
      'a future nobody knows the point of',
      422,
      { symbol: 'XYZ', legs: [{ instrument_type: 'future', expiry: '2025-06-20', quantity: '1' }] },
    ],
  ])('is refused with %s', async (_, status, body) => {
    expect(await at().post(strategies, body)).toMatchObject({ status, body: { detail: expect.stringMatching(/\.$/) } });
  });
});

describe('a leg', () => {
  const view = { underlying: 'I:SPX', follows: 'spot', spot: '6100', volatility: '0.15', rate: '0.04', dividend_yield: '0', skew: null };
  const call = { instrument_type: 'option', expiry: '2025-03-21', strike: '6100', right: 'call', quantity: '1' };
  const adds = (leg: object) => at().post(strategies, { symbol: 'SPX', underlying: 'I:SPX', legs: [leg] });

  it('may have a volatility of its own, said or solved from what it trades at', async () => {
    expect((await adds({ ...call, volatility: '0.22' })).body.legs).toMatchObject([{ volatility: '0.22' }]);
    await at().call('PUT', '/api/risk-graph/views', view);
    const { body } = await adds({ ...call, price: '110' });
    expect(Number(body.legs[0].volatility)).toBeGreaterThan(0.1);
    expect(body.legs[0]).not.toHaveProperty('price');
    const legs = [{ ...call, price: '130' }];
    const changed = await at().edit('PATCH', `${strategies}/${body.id}`, 1, { legs });
    expect(Number(changed.body.legs[0].volatility)).toBeGreaterThan(Number(body.legs[0].volatility));
  });

  it.each<[string, string, object]>([
    ['a price that carries no information', 'price_without_volatility', { ...call, strike: '3000', price: '10' }],
    ['a price of nothing', 'price_without_volatility', { ...call, strike: '9000', price: '0' }],
    ['a price below nothing', 'price_without_volatility', { ...call, price: '-5' }],
    ['a strike below nothing', 'price_without_volatility', { ...call, strike: '-100', price: '5' }],
    ['a day that is over', 'price_without_volatility', { ...call, expiry: '2020-03-20', price: '5' }],
    ['both', 'volatility_or_price', { ...call, volatility: '0.2', price: '110' }],
  ])('is refused with %s', async (_, code, leg) => {
    await at().call('PUT', '/api/risk-graph/views', view);
    expect(await adds(leg)).toMatchObject({ status: 422, body: { code, detail: expect.stringMatching(/\.$/) } });
  });

  it('has no volatility to be solved where nobody has said where its underlying stands', async () => {
    expect(await adds({ ...call, price: '110' })).toMatchObject({ status: 422, body: { code: 'no_view' } });
  });

  it('that is over, or has a strike of nothing, is drawn as what it gives', async () => {
    const legs = [
      { ...call, expiry: '2020-03-20' },
      { ...call, strike: '0' },
      { ...call, strike: '-50' },
    ];
    expect(await at().post(strategies, { symbol: 'SPX', legs, debit: '-3' })).toMatchObject({
      status: 201,
      body: { strategy: 'custom', dte: -1783 },
    });
  });

  it('may be written down in any order, and a width of nothing cancels out', async () => {
    const legs = [
      { ...call, strike: '6150', quantity: '1' },
      { ...call, strike: '6050', quantity: '1' },
      { ...call, strike: '6100', quantity: '-2' },
    ];
    expect((await at().post(strategies, { symbol: 'SPX', legs })).body).toMatchObject({
      strategy: 'butterfly',
      strike: '6100',
      width: '50',
    });
    const flat = await at().post(strategies, { ...butterfly, width: '0' });
    expect(flat).toMatchObject({ status: 201, body: { legs: [{ strike: '6100' }, { strike: '6100' }, { strike: '6100' }] } });
  });
});

test('a hundred legs are drawn, and one more is refused with the limit', async () => {
  const legs = Array.from({ length: 101 }, () => ({ instrument_type: 'stock', quantity: '1' }));
  expect(await at().post(strategies, { symbol: 'SPX', legs: legs.slice(1) })).toMatchObject({ status: 201 });
  expect(await at().post(strategies, { symbol: 'SPX', legs })).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('a strategy has at most 100 legs; draw the rest as another') },
  });
});

describe('several strategies', () => {
  const old = { strategy: 'vertical', side: 'put', strike: 6000, width: 50, dte: 7, expiration: '2025-03-14', debit: 4.2, visible: true };

  it('are put in order', async () => {
    for (const label of ['A', 'B', 'C']) await at().post(strategies, { ...butterfly, label });
    const [a, b, c] = await listed();
    const { body } = await at().post(`${strategies}/reorder`, { strategy_ids: [c!.id, a!.id] });
    expect(body.strategies.map((each: { label: string }) => each.label)).toEqual(['C', 'A', 'B']);
    expect((await listed()).map(({ id, sort_order }) => [id, sort_order])).toEqual([
      [c!.id, 0],
      [a!.id, 1],
      [b!.id, 2],
    ]);
  });

  it('go out as a file and come in as one', async () => {
    await at().post(strategies, { ...butterfly, label: 'Kept', color: '#118844' });
    const file = (await at().get(`${strategies}/export`)).body;
    const imported = await at().post(`${strategies}/import`, file);
    expect(imported).toMatchObject({ status: 201, body: { strategies: [{ label: 'Kept', color: '#118844', strategy: 'butterfly' }] } });
    expect(await listed()).toHaveLength(2);
    expect((await at().get(`${strategies}/export`)).body.strategies[1]).toEqual(file.strategies[0]);
  });

  it('come in as older versions kept them, all or none', async () => {
    expect(await at().post(`${strategies}/import`, [old, { ...old, strike: 'high' }])).toMatchObject({
      status: 422,
      body: { code: 'strategy_not_understood' },
    });
    expect(await listed()).toEqual([]);
    expect(await at().post(`${strategies}/import`, [old])).toMatchObject({
      status: 201,
      body: { strategies: [{ strategy: 'vertical', width: '50' }] },
    });
  });

  it('come in by the hundred at once, and again without coming twice', async () => {
    const file = Array.from({ length: 500 }, (_, n) => ({ ...old, strike: 5000 + n }));
    const once = { 'idempotency-key': 'the-file' };
    const [first, second] = [await at().post(`${strategies}/import`, file, once), await at().post(`${strategies}/import`, file, once)];
    expect(first.body.strategies).toHaveLength(500);
    expect(second.body.strategies.map(({ id }: { id: string }) => id)).toEqual(first.body.strategies.map(({ id }: { id: string }) => id));
    expect(await listed()).toHaveLength(500);
  });

  it('are at most five hundred in a file', async () => {
    const file = Array.from({ length: 501 }, () => old);
    expect(await at().post(`${strategies}/import`, file)).toMatchObject({ status: 422, body: { code: 'too_many_strategies' } });
  });

  it('do not come in at ten megabytes', async () => {
    const answer = await at().post(`${strategies}/import`, JSON.stringify({ strategies: ['x'.repeat(10_000_000)] }));
    expect(answer).toMatchObject({ status: 413 });
  });
});

test('who follows the graph hears of each change, and of nothing else', async () => {
  const { id } = (await at().post(strategies, butterfly)).body;
  await at().edit('PATCH', `${strategies}/${id}`, 1, { visible: false });
  await at().edit('DELETE', `${strategies}/${id}`, 2);
  await at().edit('POST', `${strategies}/${id}/restore`, 3);
  const stream = await at().app.request('/sse/risk-graph?last_seq=0');
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  const told: string[] = [];
  while (told.length < 4) {
    const { value = '' } = await reader.read();
    told.push(...[...value.matchAll(/^event: (.*)\ndata: .*"type":"(\w+)"/gm)].map(([, name, fact]) => `${name} ${fact}`));
  }
  await reader.cancel();
  expect(told).toEqual([
    'strategy_added StrategyAdded',
    'strategy_updated StrategyChanged',
    'strategy_removed StrategyRemoved',
    'strategy_added StrategyRestored',
  ]);
});
