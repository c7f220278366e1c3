import { describe, expect, test } from 'vitest';
import { positionShape, snapshotShape } from './shapes.ts';
import { desk, stock, vertical } from './testing/desk.ts';

const at = desk();

describe('a position over HTTP', () => {
  test('is created with its fills in one request, and reads as it is described', async () => {
    const { post, get, accountId } = at();
    const created = await post('/api/positions', vertical(accountId));
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`/api/positions/${created.body.id}`);
    expect(created.headers.get('etag')).toBe(`"${created.body.version}"`);
    expect(positionShape.parse(created.body)).toMatchObject({
      status: 'open',
      metadata: { derived_strategy: 'vertical', net_debit: '5.25', dte: 16, max_profit: '4475', max_loss: '525' },
      initial_risk: { amount: '525', basis: 'max_loss' },
    });
    expect((await get(`/api/positions/${created.body.id}`)).body).toEqual(created.body);
  });

  test('gives the snapshot that other services ask for', async () => {
    const { post, get, accountId } = at();
    const { id, version, legs } = (await post('/api/positions', vertical(accountId))).body;
    const snapshot = await get(`/api/positions/${id}/snapshot`);
    expect(snapshotShape.parse(snapshot.body)).toEqual({
      position_id: id,
      version,
      status: 'open',
      symbol: 'SPX',
      underlying: 'I:SPX',
      legs: [
        {
          id: legs[0].id,
          instrument_type: 'option',
          expiry: '2025-02-21',
          strike: '6100',
          right: 'call',
          quantity: '1',
          multiplier: '100',
        },
        {
          id: legs[1].id,
          instrument_type: 'option',
          expiry: '2025-02-21',
          strike: '6150',
          right: 'call',
          quantity: '-1',
          multiplier: '100',
        },
      ],
      fills: [
        { leg_id: legs[0].id, price: '12.5', quantity: '1', occurred_at: '2025-02-05T10:00:00.000Z' },
        { leg_id: legs[1].id, price: '7.25', quantity: '-1', occurred_at: '2025-02-05T10:00:00.000Z' },
      ],
      metadata: { derived_strategy: 'vertical', net_debit: '5.25', dte: 16 },
    });
  });

  test('the same request with the same key is one position, and its answer is the same for ever', async () => {
    const { post, edit, accountId, workspace } = at();
    const key = { 'idempotency-key': 'morning-plan' };
    const first = await post('/api/positions', stock(accountId), key);
    const { id, legs } = first.body;
    await post(`/api/positions/${id}/fills`, { leg_id: legs[0].id, price: '50', quantity: '100' });
    await edit('PATCH', `/api/accounts/${accountId}`, 1, { zone: 'Asia/Tokyo' });
    const before = workspace.lastSeq;
    const again = await post('/api/positions', stock(accountId), key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(workspace.lastSeq).toBe(before);
  });

  test('a key used for another body is refused, and nothing is written', async () => {
    const { post, accountId, workspace } = at();
    const key = { 'idempotency-key': 'morning-plan' };
    await post('/api/positions', stock(accountId), key);
    const before = workspace.lastSeq;
    expect(await post('/api/positions', stock(accountId, '200'), key)).toMatchObject({ status: 422, body: { code: 'command_id_reused' } });
    expect(workspace.lastSeq).toBe(before);
  });

  test('two genuine identical fills stay two; one sent twice under its key is one', async () => {
    const { post, accountId } = at();
    const { id, legs } = (await post('/api/positions', stock(accountId))).body;
    const fill = { leg_id: legs[0].id, price: '50', quantity: '50', occurred_at: '2025-02-05T10:05:00Z' };
    await post(`/api/positions/${id}/fills`, fill);
    const second = await post(`/api/positions/${id}/fills`, fill, { 'idempotency-key': 'second' });
    const retried = await post(`/api/positions/${id}/fills`, fill, { 'idempotency-key': 'second' });
    expect(second.body.fills).toHaveLength(2);
    expect(retried.body).toEqual(second.body);
  });

  test('an edit must say its version, and a stale one learns the current', async () => {
    const { post, call, edit, accountId } = at();
    const { id } = (await post('/api/positions', stock(accountId))).body;
    expect(await call('PATCH', `/api/positions/${id}`, { tags: ['a'] })).toMatchObject({
      status: 428,
      body: { code: 'version_required', current_version: 1 },
    });
    expect(await edit('PATCH', `/api/positions/${id}`, 1, { tags: ['a'] })).toMatchObject({
      status: 200,
      body: { tags: ['a'], version: 2 },
    });
    expect(await edit('PATCH', `/api/positions/${id}`, 1, { tags: ['b'] })).toMatchObject({
      status: 409,
      body: { code: 'version_conflict', current_version: 2 },
    });
  });

  test('closes itself when flat; trading on begins the next position, which says what it continues', async () => {
    const { post, accountId } = at();
    const { id, legs } = (await post('/api/positions', stock(accountId))).body;
    const fill = (price: string, quantity: string, minute: number) =>
      post(`/api/positions/${id}/fills`, { leg_id: legs[0].id, price, quantity, occurred_at: `2025-02-05T10:0${minute}:00Z` });
    await fill('50', '100', 1);
    expect((await fill('51', '-100', 2)).body).toMatchObject({ id, status: 'closed', metadata: { realised_pnl: { net: '100' } } });
    const next = await fill('52', '-30', 3);
    expect(next.body).toMatchObject({ status: 'open', continues: id, legs: [{ held_quantity: '-30' }] });
    expect(next.body.id).not.toBe(id);
    expect(next.headers.get('location')).toBe(`/api/positions/${next.body.id}`);
  });

  test('a planned one is given up by closing it; an open one needs its prices', async () => {
    const { post, edit, accountId } = at();
    const plan = (await post('/api/positions', stock(accountId))).body;
    expect(await edit('POST', `/api/positions/${plan.id}/close`, 1)).toMatchObject({ status: 200, body: { status: 'closed' } });
    const open = (await post('/api/positions', vertical(accountId))).body;
    expect(await edit('POST', `/api/positions/${open.id}/close`, open.version)).toMatchObject({
      status: 422,
      body: { code: 'legs_still_open' },
    });
    const fills = [
      { leg_id: open.legs[0].id, price: '20', fees: '1.30' },
      { leg_id: open.legs[1].id, price: '9', fees: '1.30' },
    ];
    expect(await edit('POST', `/api/positions/${open.id}/close`, open.version, { fills })).toMatchObject({
      status: 200,
      body: { status: 'closed', metadata: { realised_pnl: { gross: '575', fees: '5.2', net: '569.8' } } },
    });
  });

  test('a fill is corrected and voided by new facts, and the history keeps what it said', async () => {
    const { post, edit, get, accountId } = at();
    const { id, legs } = (await post('/api/positions', stock(accountId))).body;
    const filled = (await post(`/api/positions/${id}/fills`, { leg_id: legs[0].id, price: '50', quantity: '100' })).body;
    const fillId = filled.fills[0].id;
    const corrected = await edit('PATCH', `/api/positions/${id}/fills/${fillId}`, filled.version, {
      corrected: { price: '50.25', fees: '0.35' },
      reason: 'typed the wrong price',
    });
    expect(corrected).toMatchObject({ status: 200, body: { fills: [{ price: '50.25', fees: '0.35', revisions: 1 }] } });
    const voided = await edit('POST', `/api/positions/${id}/fills/${fillId}/void`, corrected.body.version, { reason: 'never happened' });
    expect(voided).toMatchObject({ status: 200, body: { status: 'planned', fills: [{ voided: true }] } });
    const { events } = (await get(`/api/positions/${id}/history`)).body;
    expect(events.map((event: { type: string }) => event.type)).toEqual(['PositionCreated', 'FillRecorded', 'FillCorrected', 'FillVoided']);
    expect(events[1].payload.price).toBe('50');
  });

  test('contracts end: expired without a fee, settled in cash, assigned into stock', async () => {
    const { post, accountId } = at();
    const option = (quantity: string, right: string) => ({
      account_id: accountId,
      symbol: 'ACME',
      legs: [
        {
          instrument_type: 'option',
          expiry: '2025-02-04',
          strike: '50',
          right,
          quantity,
          fills: [{ price: '2', quantity, occurred_at: '2025-02-03T15:00:00Z' }],
        },
      ],
    });
    const settle = async (body: ReturnType<typeof option>, how: object) => {
      const { id, legs } = (await post('/api/positions', body)).body;
      return post(`/api/positions/${id}/settlements`, { leg_id: legs[0].id, occurred_at: '2025-02-05T01:00:00Z', ...how });
    };
    expect(await settle(option('1', 'call'), { how: 'expired' })).toMatchObject({
      status: 201,
      body: { status: 'closed', metadata: { realised_pnl: { net: '-200' } } },
    });
    expect(await settle(option('1', 'call'), { how: 'expired', fees: '1' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    });
    expect(await settle(option('1', 'call'), { how: 'cash_settled', settlement_price: '55' })).toMatchObject({
      body: { status: 'closed', metadata: { realised_pnl: { net: '300' } } },
    });
    expect(await settle(option('-1', 'put'), { how: 'assigned', delivery: { into: 'stock' } })).toMatchObject({
      body: {
        status: 'open',
        legs: [{ held_quantity: '0' }, { instrument_type: 'stock', held_quantity: '100', average_open_price: '50' }],
      },
    });
  });

  test('fills move between positions, and nothing is lost on the way', async () => {
    const { post, edit, accountId } = at();
    const make = async () => {
      const { id, legs } = (await post('/api/positions', stock(accountId))).body;
      return (await post(`/api/positions/${id}/fills`, { leg_id: legs[0].id, price: '50', quantity: '100' })).body;
    };
    const [here, there] = [await make(), await make()];
    const attached = await edit('POST', `/api/positions/${here.id}/attach`, here.version, {
      from_position_id: there.id,
      fill_ids: [there.fills[0].id],
    });
    expect(attached).toMatchObject({ status: 200, body: { legs: [{ held_quantity: '200' }] } });
    const detached = await edit('POST', `/api/positions/${here.id}/detach`, attached.body.version, { fill_ids: [there.fills[0].id] });
    expect(detached).toMatchObject({ status: 201, body: { split_from: here.id, legs: [{ held_quantity: '100' }] } });
    const merged = await edit('POST', `/api/positions/${detached.body.id}/merge`, detached.body.version, { from_position_id: here.id });
    expect(merged).toMatchObject({ status: 200, body: { legs: [{ held_quantity: '200' }] } });
    const spread = (await post('/api/positions', vertical(accountId))).body;
    const split = await edit('POST', `/api/positions/${spread.id}/split`, spread.version, { leg_ids: [spread.legs[1].id] });
    expect(split).toMatchObject({ status: 201, body: { split_from: spread.id, metadata: { derived_strategy: 'single' } } });
  });

  test('what moves in from elsewhere is no phantom short, and an unknown cost stays unknown', async () => {
    const { post, accountId } = at();
    const { id, legs } = (await post('/api/positions', stock(accountId))).body;
    const moved = await post(`/api/positions/${id}/transfers-in`, {
      leg_id: legs[0].id,
      quantity: '100',
      price: null,
      occurred_at: '2025-02-04T12:00:00Z',
    });
    expect(moved).toMatchObject({ status: 201, body: { legs: [{ held_quantity: '100' }] } });
    const sold = await post(`/api/positions/${id}/fills`, { leg_id: legs[0].id, price: '60', quantity: '-100' });
    expect(sold.body).toMatchObject({ status: 'closed', metadata: { realised_pnl: { net: null } } });
    expect(sold.body.metadata.notes.realised_pnl).toBe('a transfer came without its cost');
  });

  test('only the reference of a risk artifact is kept', async () => {
    const { post, accountId } = at();
    const { id } = (await post('/api/positions', stock(accountId))).body;
    const artifact = { artifact_id: '0194d7c0-0000-7000-8000-000000000001', computed_at: '2025-02-05T10:29:00.000Z' };
    expect(await post(`/api/positions/${id}/risk-artifact`, artifact)).toMatchObject({ status: 200, body: { risk_artifact: artifact } });
  });
});

describe('lists', () => {
  test('positions are filtered, the newest first, and pages neither repeat nor skip', async () => {
    const { post, get, accountId } = at();
    const ids: string[] = [];
    for (const n of [1, 2, 3, 4, 5]) {
      const created = await post('/api/positions', { ...stock(accountId), tags: n % 2 === 1 ? ['odd'] : [] });
      ids.push(created.body.id);
    }
    await post('/api/positions', vertical(accountId));
    const paged: string[] = [];
    let after = '';
    do {
      const page = (await get(`/api/positions?status=planned&limit=2${after}`)).body;
      paged.push(...page.positions.map((position: { id: string }) => position.id));
      after = page.next_after === null ? '' : `&after=${page.next_after}`;
    } while (after !== '');
    expect(paged.toSorted()).toEqual(ids.toSorted());
    expect((await get('/api/positions?tag=odd')).body.positions).toHaveLength(3);
    expect((await get('/api/positions?strategy=vertical')).body.positions).toHaveLength(1);
    expect((await get('/api/positions?account_id=0194d7c0-0000-7000-8000-000000000001')).body.positions).toEqual([]);
    expect(await get('/api/positions?statsu=open')).toMatchObject({ status: 400, body: { code: 'unknown_parameter' } });
    expect(await get('/api/positions?after=1')).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  });

  test('fills are listed across positions in market order', async () => {
    const { post, get, accountId } = at();
    await post('/api/positions', vertical(accountId));
    const { id, legs } = (await post('/api/positions', stock(accountId))).body;
    await post(`/api/positions/${id}/fills`, {
      leg_id: legs[0].id,
      price: '50',
      quantity: '100',
      fees: '0.35',
      occurred_at: '2025-02-05T09:00:00Z',
    });
    const { fills } = (await get('/api/fills')).body;
    expect(fills.map((fill: { symbol: string }) => fill.symbol)).toEqual(['ACME', 'SPX', 'SPX']);
    expect(fills[0]).toMatchObject({ position_id: id, price: '50', fees: '0.35', voided: false });
    expect((await get('/api/fills?symbol=SPX&from=2025-02-05T10:00:00Z&to=2025-02-05T10:00:01Z&limit=1')).body).toMatchObject({
      fills: [{ symbol: 'SPX' }],
      next_after: expect.any(String),
    });
  });
});
