import { describe, expect, it } from 'vitest';
import { breakout, desk } from './testing/desk.ts';

const at = desk();
const list = '/api/playbooks/templates';

describe('a playbook as a file', () => {
  it('comes back equal', async () => {
    const template = (await at().publish({ strategy_bindings: ['Breakout'], template_max_risk_pct: '0.75' })).body;
    const file = (await at().post(`${list}/${template.id}/export`)).body;
    expect(file).toMatchObject({ format: 'taffrail.playbook', version: 1, playbook: { name: 'Breakout' } });
    file.playbook.name = 'Breakout, brought back';
    const imported = await at().post(`${list}/import`, file);
    expect(imported.status).toBe(201);
    const { id: _, playbook_id: __, created_at: ___, ...said } = imported.body;
    expect(template).toMatchObject({ ...said, name: 'Breakout' });
    expect((await at().post(`${list}/${imported.body.id}/export`)).body).toEqual(file);
  });

  it('is taken from other programs, without what is not known here', async () => {
    const others = {
      ...breakout,
      id: 7,
      user_id: 1,
      schema: [{ ...breakout.schema[0], colour: 'red', weight: 2 }],
      grade_thresholds: null,
    };
    const imported = await at().post(`${list}/import`, others);
    expect(imported).toMatchObject({ status: 201, body: { version: 1, grade_thresholds: { A: '0.9' } } });
    expect(imported.body.schema[0]).not.toHaveProperty('colour');
  });

  it.each([
    ['something else', { format: 'taffrail.export', version: 1 }, 422],
    ['a list', [], 400],
    ['nothing in it', {}, 422],
    ['500 fields', { ...breakout, schema: Array.from({ length: 500 }, (_, n) => ({ ...breakout.schema[0], key: `f${n}` })) }, 400],
    ['a weight below zero', { ...breakout, schema: [{ ...breakout.schema[0], weight: -1 }] }, 400],
    ['a later version of such files', { format: 'taffrail.playbook', version: 2, playbook: breakout }, 422],
  ])('is refused where it is %s', async (_, file, status) => {
    const before = at().workspace.lastSeq;
    expect(await at().post(`${list}/import`, file)).toMatchObject({ status, body: { detail: expect.stringMatching(/\.$/) } });
    expect(at().workspace.lastSeq).toBe(before);
  });
});

describe('playbooks to begin with', () => {
  it('are published as they are shown', async () => {
    const { playbooks } = (await at().get('/api/playbooks/gallery')).body;
    expect(playbooks).toHaveLength(6);
    for (const playbook of playbooks) expect(await at().post(list, playbook)).toMatchObject({ status: 201 });
  });

  it('are suggested to the positions they are meant for', async () => {
    await at().publish({ strategy_bindings: ['vertical'] });
    await at().publish({ name: 'Any stock', strategy_bindings: ['stock'] });
    const retired = (await at().publish({ name: 'Retired', strategy_bindings: ['stock'] })).body;
    await at().edit('PATCH', `${list}/${retired.id}`, 1, { is_active: false });
    await at().publish({ name: 'Tagged', strategy_bindings: ['Momentum'] });
    await at().edit('PATCH', `/api/positions/${at().positionId}`, 1, { tags: ['momentum'] });
    const { templates } = (await at().get(`${list}?position_id=${at().positionId}`)).body;
    expect(templates.map(({ name }: { name: string }) => name)).toEqual(['Tagged', 'Any stock']);
  });
});
