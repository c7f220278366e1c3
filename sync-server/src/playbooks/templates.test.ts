import { describe, expect, it } from 'vitest';
import { breakout, desk } from './testing/desk.ts';

const at = desk();
const list = '/api/playbooks/templates';

describe('publishing a playbook', () => {
  it('gives its first version, with what is usual where something is left out', async () => {
    const { status, body, headers } = await at().publish();
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(headers.get('location')).toBe(`${list}/${body.id}`);
    expect(body).toMatchObject({
      version: 1,
      latest: true,
      is_active: true,
      revision: 1,
      name: 'Breakout',
      strategy_bindings: [],
      grade_scale: 'A_B_C_D',
      grade_thresholds: { A: '0.9', B: '0.75', C: '0.6' },
      risk_schedule: { A: '1', B: '0.5', C: '0.25', D: '0' },
      template_max_risk_pct: null,
    });
    expect(body.schema[1]).toEqual({
      key: 'side',
      label: 'Side',
      help: null,
      type: 'select',
      required: false,
      weight: '1',
      allow_comment: true,
      validation: { options: ['long', 'short'] },
    });
    expect((await at().get(`${list}/${body.id}`)).body).toEqual(body);
  });

  it('sent again with its key is the same one', async () => {
    const key = { 'idempotency-key': 'once' };
    const first = await at().post(list, breakout, key);
    expect(await at().post(list, breakout, key)).toMatchObject({ status: 201, body: first.body });
    expect((await at().get(list)).body.templates).toHaveLength(1);
  });

  it('a name belongs to the playbook that used it first', async () => {
    await at().publish();
    expect(await at().publish({ name: ' BREAKOUT ' })).toMatchObject({
      status: 422,
      body: { code: 'playbook_name_taken' },
    });
  });
});

describe('the next version', () => {
  it('keeps what was left out, leaves the one before as it was, and is the one listed', async () => {
    const first = (await at().publish()).body;
    const next = await at().edit('PATCH', `${list}/${first.id}`, first.revision, { template_max_risk_pct: '0.5', purpose: 'in' });
    expect(next).toMatchObject({
      status: 200,
      body: { playbook_id: first.playbook_id, version: 2, template_max_risk_pct: '0.5', purpose: 'in' },
    });
    expect(next.body.schema).toEqual(first.schema);
    expect((await at().get(`${list}/${first.id}`)).body).toEqual({ ...first, latest: false, revision: 2 });
    expect((await at().get(list)).body.templates).toEqual([next.body]);
    const { versions } = (await at().get(`${list}/${first.id}/versions`)).body;
    expect(versions.map(({ id }: { id: string }) => id)).toEqual([first.id, next.body.id]);
  });

  it('says what it says otherwise', async () => {
    const first = (await at().publish()).body;
    const [volume, ...others] = breakout.schema;
    const schema = [...others, { ...volume, weight: '3' }];
    const next = (await at().edit('PATCH', `${list}/${first.id}`, 1, { schema })).body;
    expect((await at().get(`${list}/${next.id}/difference?against=${first.id}`)).body).toEqual({
      from: { id: first.id, version: 1 },
      to: { id: next.id, version: 2 },
      changed: [],
      fields: {
        added: [],
        removed: [],
        moved: [{ key: 'volume', label: 'Volume above its average', from: 1, to: 4 }],
        changed: [{ key: 'volume', label: 'Volume above its average', changes: [{ what: 'weight', from: '2', to: '3' }] }],
      },
    });
  });

  it('needs the revision it was made on, and is made on the latest version', async () => {
    const first = (await at().publish()).body;
    const change = { purpose: 'post' };
    expect(await at().call('PATCH', `${list}/${first.id}`, change)).toMatchObject({ status: 428, body: { code: 'version_required' } });
    expect(await at().edit('PATCH', `${list}/${first.id}`, 7, change)).toMatchObject({ status: 409, body: { current_version: 1 } });
    expect(await at().edit('PATCH', `${list}/${first.id}`, 1, {})).toMatchObject({ status: 422, body: { code: 'nothing_new' } });
    expect((await at().edit('PATCH', `${list}/${first.id}`, 1, change)).status).toBe(200);
    expect(await at().edit('PATCH', `${list}/${first.id}`, 2, { purpose: 'in' })).toMatchObject({
      status: 422,
      body: { code: 'based_on_another_version' },
    });
  });

  it('is not to be had from a playbook that is retired, until it is in use again', async () => {
    const first = (await at().publish()).body;
    const path = `${list}/${first.id}`;
    expect(await at().edit('PATCH', path, 1, { is_active: false })).toMatchObject({ status: 200, body: { is_active: false, revision: 2 } });
    expect((await at().get(`${list}?active=true`)).body.templates).toEqual([]);
    expect((await at().get(`${list}?active=false`)).body.templates).toHaveLength(1);
    expect(await at().edit('PATCH', path, 2, { purpose: 'in' })).toMatchObject({ status: 422, body: { code: 'playbook_retired' } });
    expect(await at().edit('PATCH', path, 2, { is_active: true, purpose: 'in' })).toMatchObject({
      body: { code: 'is_active_stands_alone' },
    });
    expect(await at().edit('PATCH', path, 2, { is_active: true })).toMatchObject({ status: 200, body: { is_active: true } });
    expect((await at().get(`${list}?purpose=pre`)).body.templates).toHaveLength(1);
    expect((await at().get(`${list}?purpose=post`)).body.templates).toEqual([]);
  });
});

describe('evaluating', () => {
  const evaluate = (body: object) => at().post('/api/playbooks/evaluate', body);

  it('works against a version, with other terms where they are given, and keeps nothing', async () => {
    const { id } = (await at().publish()).body;
    const before = at().workspace.lastSeq;
    const values = { volume: true, side: 'long', stop: 11 };
    expect((await evaluate({ template_id: id, values, account_max_risk_pct: '0.4', intended_risk_pct: '0.45' })).body).toMatchObject({
      compliance_score: '0.75',
      grade: 'B',
      risk_cap_pct: '0.4',
      cap_breakdown: { grade: '0.5', account: '0.4' },
      risk_cap_exceeded: true,
      fields: [{}, {}, { key: 'stop', satisfied: false, problem: { rule: 'max' } }, {}],
    });
    const stricter = { grade_thresholds: { A: '0.95', B: '0.9', C: '0.8' }, risk_schedule: { C: '2' }, template_max_risk_pct: '3' };
    expect((await evaluate({ template_id: id, values, ...stricter })).body).toMatchObject({ grade: 'D', risk_cap_pct: '0' });
    expect(at().workspace.lastSeq).toBe(before);
  });

  it('works against a schema that nobody published', async () => {
    const answer = await evaluate({ schema: breakout.schema, values: {} });
    expect(answer).toMatchObject({ status: 200, body: { compliance_score: '0', grade: 'D', risk_cap_pct: '0' } });
    expect(answer.body.fields[0].problem).toMatchObject({ rule: 'required' });
    const values = { volume: true, side: 'long', stop: '11' };
    const partly = (grade_thresholds: object) => evaluate({ schema: breakout.schema, values, grade_thresholds });
    expect((await partly({ A: '0.75' })).body).toMatchObject({ compliance_score: '0.75', grade: 'A' });
    expect(await partly({ A: '0.7' })).toMatchObject({ status: 400 });
  });

  it('wants one checklist', async () => {
    expect(await evaluate({ values: {} })).toMatchObject({ status: 422, body: { code: 'one_checklist_needed' } });
    expect(await evaluate({ values: {}, template_id: at().positionId })).toMatchObject({ status: 404 });
  });
});
