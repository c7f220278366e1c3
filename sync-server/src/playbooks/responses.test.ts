import { describe, expect, it } from 'vitest';
import { picture } from '../attachments/testing/pictures.ts';
import { breakout, DAY, desk } from './testing/desk.ts';

const at = desk();
const list = '/api/playbooks/templates';
const onPosition = () => `/api/positions/${at().positionId}/playbook-responses`;
const onInstrument = `/api/journal/${DAY}/instrument/I:SPX/playbook-response`;
const answered = { volume: true, side: 'long', stop: 2.5 };

const paragraph = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

async function submitted(values: object = answered) {
  const template = (await at().publish()).body;
  const response = (await at().post(onPosition(), { template_id: template.id, values })).body;
  return { template, response };
}

describe('a response about a position', () => {
  it('is frozen with what it comes to, by the account as it is then', async () => {
    const { get, edit, accountId, publish, post } = at();
    await edit('PATCH', `/api/accounts/${accountId}`, 1, { account_max_risk_pct: '0.8' });
    const template = (await publish()).body;
    const { status, body, headers } = await post(onPosition(), {
      template_id: template.id,
      template_version: 1,
      values: { ...answered, thesis: 'Held three times.' },
      comments: { volume: 'Twice the usual' },
      intended_risk_pct: 1,
    });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/playbook-responses/${body.id}`);
    expect(body).toMatchObject({
      entry_type: 'trade_playbook',
      position_id: at().positionId,
      day: null,
      template_id: template.id,
      template_version: 1,
      values: { volume: true, side: 'long', stop: '2.5', thesis: paragraph('Held three times.') },
      comments: { volume: paragraph('Twice the usual') },
      computed_grade: 'A',
      compliance_score: '1',
      risk_cap_pct: '0.8',
      cap_breakdown: { grade: '1', account: '0.8' },
      risk_cap_exceeded: true,
      intended_risk_pct: '1',
      submissions: 1,
      evidence: [],
    });
    await edit('PATCH', `/api/accounts/${accountId}`, 2, { account_max_risk_pct: '5' });
    await edit('PATCH', `${list}/${template.id}`, 1, { risk_schedule: { A: '0.1' } });
    expect((await get(`/api/playbook-responses/${body.id}`)).body).toEqual(body);
    expect((await get(onPosition())).body).toEqual({ responses: [body] });
  });

  it('submitted again is the same response, answered anew; its history keeps both', async () => {
    const { template, response } = await submitted();
    const again = await at().post(onPosition(), { template_id: template.id, values: { volume: false } });
    expect(again).toMatchObject({ status: 200, body: { id: response.id, submissions: 2, values: { volume: false }, computed_grade: 'D' } });
    const { events } = (await at().get(`/api/playbook-responses/${response.id}/history`)).body;
    expect(events.map(({ type }: { type: string }) => type)).toEqual(['ResponseBegun', 'ResponseSubmitted', 'ResponseSubmitted']);
    expect(events[1].payload.values).toMatchObject({ side: 'long' });
  });

  it('sent again with its key is the same submission', async () => {
    const { id } = (await at().publish()).body;
    const body = { template_id: id, values: answered };
    const first = await at().post(onPosition(), body, { 'idempotency-key': 'once' });
    expect(await at().post(onPosition(), body, { 'idempotency-key': 'once' })).toMatchObject({ status: 201, body: first.body });
  });

  it('is changed field by field, on top of what was answered', async () => {
    const { response } = await submitted({ ...answered, thesis: 'Held.' });
    const path = `/api/playbook-responses/${response.id}`;
    expect(await at().call('PATCH', path, { values: {} })).toMatchObject({ status: 428 });
    expect(await at().edit('PATCH', path, 1, { values: {} })).toMatchObject({ status: 409, body: { current_version: 2 } });
    const changed = await at().edit('PATCH', path, 2, {
      values: { side: null, stop: '3' },
      comments: { volume: 'Thin' },
      intended_risk_pct: '0.5',
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { submissions: 2, intended_risk_pct: '0.5', comments: { volume: paragraph('Thin') } },
    });
    expect(changed.body.values).toEqual({ volume: true, stop: '3', thesis: paragraph('Held.') });
    const once_more = (await at().edit('PATCH', path, changed.body.version, { comments: { volume: null } })).body;
    expect(once_more).toMatchObject({ comments: {}, intended_risk_pct: '0.5', values: changed.body.values });
  });

  it('says what is meant to be risked by a field where the playbook has one for it', async () => {
    const risk = { key: 'intended_risk_pct', label: 'Risk, in percent', type: 'number', weight: '0' };
    const template = (await at().publish({ schema: [...breakout.schema, risk] })).body;
    const values = { ...answered, intended_risk_pct: '1.2' };
    const response = (await at().post(onPosition(), { template_id: template.id, values })).body;
    expect(response).toMatchObject({ intended_risk_pct: '1.2', risk_cap_exceeded: true });
    const path = `/api/playbook-responses/${response.id}`;
    const less = (await at().edit('PATCH', path, 2, { values: { intended_risk_pct: '0.9' } })).body;
    expect(less).toMatchObject({ intended_risk_pct: '0.9', risk_cap_exceeded: false });
    const none = (await at().edit('PATCH', path, 3, { values: { intended_risk_pct: null } })).body;
    expect(none).toMatchObject({ intended_risk_pct: null, risk_cap_exceeded: false });
  });

  it('stays explained by the version it answered, and moves on to a newer one only when it is answered anew', async () => {
    const { template, response } = await submitted();
    const schema = breakout.schema.filter(({ key }) => key !== 'stop');
    const next = (await at().edit('PATCH', `${list}/${template.id}`, 1, { schema })).body;
    const path = `/api/playbook-responses/${response.id}`;
    expect((await at().get(path)).body).toEqual(response);
    expect(await at().edit('PATCH', path, 2, { values: { stop: '1' } })).toMatchObject({ status: 200, body: { template_version: 1 } });
    const moved = await at().edit('PATCH', path, 3, { template_id: next.id });
    expect(moved).toMatchObject({
      status: 200,
      body: { template_id: next.id, template_version: 2, values: { volume: true, side: 'long' } },
    });
    expect(moved.body.values).not.toHaveProperty('stop');
    expect(await at().edit('PATCH', path, 4, { template_id: template.id })).toMatchObject({
      status: 422,
      body: { code: 'version_left_behind' },
    });
  });

  it('is found by how its fields were answered, by grade and by cap', async () => {
    const { template } = await submitted();
    await at().post(onInstrument, { template_id: template.id, values: { volume: false }, intended_risk_pct: '0.1' });
    const found = async (search: string) => (await at().get(`/api/playbook-responses?${search}`)).body.responses.length;
    expect(await found('')).toBe(2);
    expect(await found('field=volume&equals=true')).toBe(1);
    expect(await found('field=side')).toBe(1);
    expect(await found('field=side&equals=short')).toBe(0);
    expect(await found('field=stop&at_least=2&at_most=2.5')).toBe(1);
    expect(await found('field=stop&at_least=2.6')).toBe(0);
    expect(await found('grade=D&exceeded=true')).toBe(1);
    expect(await found(`position_id=${at().positionId}`)).toBe(1);
    expect(await found(`day=${DAY}&symbol=i:spx`)).toBe(1);
    expect(await found(`playbook_id=${template.playbook_id}&template_id=${template.id}`)).toBe(2);
    expect(await at().get('/api/playbook-responses?equals=true')).toMatchObject({ status: 422, body: { code: 'field_not_named' } });
    const first = (await at().get('/api/playbook-responses?limit=1')).body;
    expect((await at().get(`/api/playbook-responses?after=${first.next_after}`)).body.responses).toHaveLength(1);
  });
});

describe("an instrument's checklist", () => {
  it('belongs to the day and the symbol, however that is written', async () => {
    const { id } = (await at().publish()).body;
    const body = { template_id: id, values: answered, trade_entered: false, account_id: at().accountId };
    const response = await at().post(onInstrument, body);
    expect(response).toMatchObject({
      status: 201,
      body: { entry_type: 'instrument_checklist', day: DAY, symbol: 'I:SPX', position_id: null, trade_entered: false },
    });
    const lower = onInstrument.replace('I:SPX', 'i:spx');
    expect(await at().post(lower, body)).toMatchObject({ status: 200, body: { id: response.body.id, submissions: 2 } });
    expect((await at().get(lower)).body.responses).toHaveLength(1);
    expect((await at().get(onInstrument.replace(DAY, '2025-02-06'))).body.responses).toEqual([]);
  });

  it('takes a symbol with a slash by the common door', async () => {
    const { id } = (await at().publish()).body;
    const subject = { type: 'instrument', day: DAY, symbol: '/ES' };
    expect(await at().post('/api/playbook-responses', { subject, template_id: id, values: answered })).toMatchObject({
      status: 201,
      body: { symbol: '/ES' },
    });
  });

  it('is linked to the trade that came of it, and taken off it', async () => {
    const { id } = (await at().publish()).body;
    const response = (await at().post(onInstrument, { template_id: id, values: answered, trade_entered: true })).body;
    const path = `/api/playbook-responses/${response.id}`;
    const position_id = at().positionId;
    expect(await at().call('POST', `${path}/link`, { position_id })).toMatchObject({ status: 428 });
    expect(await at().edit('POST', `${path}/link`, 2, { position_id })).toMatchObject({ status: 200, body: { position_id } });
    expect((await at().get(onPosition())).body.responses).toHaveLength(1);
    expect(await at().post(`${path}/unlink`)).toMatchObject({ status: 200, body: { position_id: null } });
    expect((await at().get(onPosition())).body.responses).toEqual([]);
  });
});

describe('evidence', () => {
  async function attached(subject_type: string, subject_id: string) {
    const search = new URLSearchParams({ subject_type, subject_id, file_name: 'entry.png' });
    const file = await picture('png');
    const response = await at().app.request(`/api/attachments?${search.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'image/png', 'content-length': String(file.length) },
      body: Uint8Array.from(file),
    });
    return (await response.json()) as { readonly id: string };
  }

  it('is an attachment of the trade or of the day, or an address; one piece speaks for several fields', async () => {
    const { response } = await submitted();
    const path = `/api/playbook-responses/${response.id}/evidence`;
    const [chart, page] = [await attached('position', at().positionId), await attached('day', DAY)];
    const pieces = [
      { field_keys: ['volume', 'side'], source_kind: 'trade', source_id: chart.id, note: 'At the open' },
      { field_key: 'stop', source_kind: 'journal', source_id: page.id },
      { field_key: 'volume', source_kind: 'url', url: 'https://example.org/chart?x=1' },
    ];
    for (const piece of pieces) expect(await at().post(path, piece)).toMatchObject({ status: 200 });
    const { evidence } = (await at().get(`/api/playbook-responses/${response.id}`)).body;
    expect(evidence).toMatchObject([
      { field_keys: ['volume', 'side'], source_kind: 'trade', source_id: chart.id, url: null, note: 'At the open', missing: false },
      { field_keys: ['stop'], source_kind: 'journal', source_id: page.id },
      { field_keys: ['volume'], source_kind: 'url', source_id: null, url: 'https://example.org/chart?x=1', missing: false },
    ]);
  });

  it('that was removed from its place shows as missing, and stays', async () => {
    const { response } = await submitted();
    const chart = await attached('position', at().positionId);
    await at().post(`/api/playbook-responses/${response.id}/evidence`, { field_key: 'volume', source_kind: 'trade', source_id: chart.id });
    await at().edit('DELETE', `/api/attachments/${chart.id}`, 1);
    const { evidence } = (await at().get(`/api/playbook-responses/${response.id}`)).body;
    expect(evidence).toMatchObject([{ source_id: chart.id, missing: true }]);
  });

  it('is changed and removed', async () => {
    const { response } = await submitted();
    const path = `/api/playbook-responses/${response.id}/evidence`;
    const piece = { id: '0194d7c0-0000-7000-8000-0000000000ee', field_key: 'volume', source_kind: 'url', url: 'https://example.org/' };
    await at().post(path, piece);
    const changed = await at().call('PATCH', `${path}/${piece.id}`, { field_keys: ['side'], note: 'See the tail' });
    expect(changed.body.evidence).toMatchObject([{ id: piece.id, field_keys: ['side'], note: 'See the tail', url: piece.url }]);
    expect((await at().call('DELETE', `${path}/${piece.id}`)).body.evidence).toEqual([]);
    expect(await at().call('DELETE', `${path}/${piece.id}`)).toMatchObject({ status: 404 });
  });
});
