import { describe, expect, it } from 'vitest';
import { vertical } from '../tradelog/testing/desk.ts';
import { desk, strategies } from './testing/desk.ts';

const at = desk();
const view = { underlying: 'I:SPX', follows: 'spot', spot: '6110', volatility: '0.15', rate: '0.04', dividend_yield: '0.01', skew: null };

/** The doors a service without a screen goes through. */
async function heldPosition() {
  const { body } = await at().post('/api/positions', vertical(at().accountId));
  return { id: body.id as string, legs: body.legs as { id: string }[], artifact: `/api/risk-graph/positions/${body.id}/artifact` };
}

/** What falls due once it has been quiet for a while. */
async function afterAWhile() {
  at().book.sleep(2_000);
  await at().workspace.wake();
}

describe('a position on the risk graph', () => {
  it('is drawn as it is held, at what was paid', async () => {
    const { id } = await heldPosition();
    const drawn = await at().post(`${strategies}/from-position`, { position_id: id });
    expect(drawn).toMatchObject({
      status: 201,
      body: { strategy: 'vertical', strike: '6100', width: '50', debit: '5.25', position_id: id },
    });
    expect((await at().get(`/api/positions/${id}`)).body.version).toBe(1 + 2 + 1);
  });

  it('has its risk worked out on demand, and keeps no more than the reference', async () => {
    const { id, artifact } = await heldPosition();
    await at().call('PUT', '/api/risk-graph/views', view);
    const computed = await at().post(artifact);
    expect(computed).toMatchObject({
      status: 200,
      body: { position_id: id, figures: { breakevens: [6105.25], max_profit: 4475, max_loss: 525 } },
    });
    expect(computed.body.figures.outlook.probability_of_profit).toBeGreaterThan(0.4);
    await afterAWhile();
    const { risk_artifact } = (await at().get(`/api/positions/${id}`)).body;
    expect(risk_artifact).toEqual({ artifact_id: computed.body.id, computed_at: computed.body.computed_at });
    expect((await at().get(artifact)).body).toEqual(computed.body);
  });

  it('has it worked out again when a fill comes, without anybody asking', async () => {
    const { id, legs, artifact } = await heldPosition();
    await at().post(artifact);
    await afterAWhile();
    await at().post(`/api/positions/${id}/fills`, { leg_id: legs[1]!.id, price: '4', quantity: '1', occurred_at: '2025-02-05T10:20:00Z' });
    await afterAWhile();
    const again = (await at().get(artifact)).body;
    // The sold call is bought back: what is left is a call that cost 9.25.
    expect(again.figures).toMatchObject({ breakevens: [6109.25], max_profit: null, max_loss: 925 });
    await afterAWhile();
    expect((await at().get(`/api/positions/${id}`)).body.risk_artifact.artifact_id).toBe(again.id);
  });

  it('has it worked out as it is opened, and is told where it lies once and for all', async () => {
    const { id, artifact } = await heldPosition();
    await afterAWhile();
    const computed = (await at().get(artifact)).body;
    expect(computed).toMatchObject({ position_id: id, figures: { breakevens: [6105.25], max_loss: 525 } });
    const { version, risk_artifact } = (await at().get(`/api/positions/${id}`)).body;
    expect(risk_artifact).toEqual({ artifact_id: computed.id, computed_at: computed.computed_at });
    await at().call('PUT', '/api/risk-graph/views', view);
    await afterAWhile();
    expect((await at().get(artifact)).body.figures.outlook.view.spot).toBe('6110');
    // An edit that a phone has made meanwhile still meets the version it was made on.
    expect((await at().get(`/api/positions/${id}`)).body).toMatchObject({ version, risk_artifact });
  });

  it('of stock alone is worked out only for whoever asks, and leaves nothing to be done later', async () => {
    const legs = [{ instrument_type: 'stock', quantity: '100', fills: [{ price: '50', quantity: '100' }] }];
    const { id } = (await at().post('/api/positions', { account_id: at().accountId, symbol: 'ACME', legs })).body;
    const waiting = at().workspace.read((sql) => sql.all<{ kind: string }>("SELECT kind FROM job WHERE kind LIKE 'riskgraph.%'"));
    expect(waiting).toEqual([]);
    await afterAWhile();
    const artifact = `/api/risk-graph/positions/${id}/artifact`;
    expect(await at().get(artifact)).toMatchObject({ status: 404 });
    expect(await at().post(artifact)).toMatchObject({ status: 200, body: { figures: { breakevens: [50] } } });
  });

  it('of stock that somebody asked for follows its fills, be they recorded before the position has been told', async () => {
    const legs = [{ instrument_type: 'stock', quantity: '100', fills: [{ price: '50', quantity: '100' }] }];
    const { id, legs: held } = (await at().post('/api/positions', { account_id: at().accountId, symbol: 'ACME', legs })).body;
    const artifact = `/api/risk-graph/positions/${id}/artifact`;
    const buy = (price: string) =>
      at().post(`/api/positions/${id}/fills`, { leg_id: held[0].id, price, quantity: '100', occurred_at: '2025-02-05T10:20:00Z' });
    const breakevens = async () => (await at().get(artifact)).body.figures.breakevens;
    await at().post(artifact);
    await buy('60');
    await afterAWhile();
    expect(await breakevens()).toEqual([55]);
    await buy('70');
    await afterAWhile();
    expect(await breakevens()).toEqual([60]);
  });

  it('follows how the market is seen, all that are held on it, and records nothing where nothing is different', async () => {
    // More than are worked out at a time.
    const held: { readonly artifact: string }[] = [];
    for (let n = 0; n < 23; n++) held.push(await heldPosition());
    await at().call('PUT', '/api/risk-graph/views', view);
    await afterAWhile();
    const computed = async () => Promise.all(held.map(async ({ artifact }) => (await at().get(artifact)).body));
    const before = await computed();
    expect(before.map(({ figures }) => figures.outlook.view.spot)).toEqual(held.map(() => '6110'));
    await at().call('PUT', '/api/risk-graph/views', { ...view, underlying: 'I:NDX' });
    await afterAWhile();
    expect(await computed()).toEqual(before);
    await at().call('PUT', '/api/risk-graph/views', { ...view, spot: '6150' });
    await afterAWhile();
    const after = await computed();
    expect(after.map(({ figures }) => figures.outlook.view.spot)).toEqual(held.map(() => '6150'));
    const facts = at().workspace.lastSeq;
    await at().call('PUT', '/api/risk-graph/views', { ...view, spot: '6150' });
    await afterAWhile();
    expect(at().workspace.lastSeq).toBe(facts);
  });

  it('stays as it was last once the position is closed', async () => {
    const { id, legs, artifact } = await heldPosition();
    await afterAWhile();
    const before = (await at().get(artifact)).body;
    const close = (leg: number, price: string, quantity: string) =>
      at().post(`/api/positions/${id}/fills`, { leg_id: legs[leg]!.id, price, quantity, occurred_at: '2025-02-05T10:20:00Z' });
    await close(0, '20', '-1');
    await close(1, '4', '1');
    await at().call('PUT', '/api/risk-graph/views', view);
    await afterAWhile();
    expect((await at().get(artifact)).body).toEqual(before);
  });

  it('is refused where there is none, or nothing is held', async () => {
    const nobody = '0194d7c0-0000-7000-8000-0000000000ff';
    expect(await at().post(`${strategies}/from-position`, { position_id: nobody })).toMatchObject({ status: 404 });
    expect(await at().post(`/api/risk-graph/positions/${nobody}/artifact`)).toMatchObject({ status: 404 });
  });
});
