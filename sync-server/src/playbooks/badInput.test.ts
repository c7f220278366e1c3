import { describe, expect, it } from 'vitest';
import { breakout, DAY, desk, type Desk } from './testing/desk.ts';

const at = desk();
const nobody = '0194d7c0-0000-7000-8000-000000000001';
const list = '/api/playbooks/templates';
const field = { key: 'volume', label: 'Volume', type: 'boolean' };
const many = Array.from({ length: 500 }, (_, n) => ({ ...field, key: `f${n}` }));
const MB = 1_000_000;

/** Every one of these is refused with a sentence, and leaves the log as it was. */
async function assertRefused(ask: (desk: Desk) => Promise<unknown>, status: number, code?: string): Promise<void> {
  const before = at().workspace.lastSeq;
  const answer = await ask(at());
  expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(/\.$/), ...(code !== undefined && { code }) } });
  expect(at().workspace.lastSeq).toBe(before);
}

describe('bad input to publishing', () => {
  it.each([
    ['500 fields', { schema: many }],
    ['no fields', { schema: [] }],
    ['the same key twice', { schema: [field, field] }],
    ['a key in capitals', { schema: [{ ...field, key: 'Volume' }] }],
    ['a key that is a word of programs', { schema: [{ ...field, key: 'constructor' }] }],
    ['a key with a space', { schema: [{ ...field, key: 'a b' }] }],
    ['a weight below zero', { schema: [{ ...field, weight: '-1' }] }],
    ['a weight beyond all weighing', { schema: [{ ...field, weight: 1e308 }] }],
    ['a weight that is not a number', { schema: [{ ...field, weight: 'NaN' }] }],
    ['a weight of negative zero', { schema: [{ ...field, weight: '-0' }] }],
    ['thresholds out of order', { grade_thresholds: { A: '0.5', B: '0.75', C: '0.6' } }],
    ['a threshold above 1', { grade_thresholds: { A: '1.1' } }],
    ['a schedule without a grade', { risk_schedule: {} }],
    ['a schedule of a grade there is not', { risk_schedule: { A: '1', E: '1' } }],
    ['a cap above all there is', { template_max_risk_pct: '101' }],
    ['another type of field', { schema: [{ ...field, type: 'script' }] }],
    ['a choice without options', { schema: [{ ...field, type: 'select' }] }],
    ['a choice with one option twice', { schema: [{ ...field, type: 'select', validation: { options: ['a', 'a'] } }] }],
    ['a least that is more than the most', { schema: [{ ...field, type: 'number', validation: { min: '2', max: '1' } }] }],
    ['a rating of eleven', { schema: [{ ...field, type: 'rating', validation: { max: '11' } }] }],
    ['a bound that means nothing', { schema: [{ ...field, validation: { min: '1' } }] }],
    ['a pattern that looks behind', { schema: [{ ...field, type: 'text', validation: { regex: '(?<=a)b' } }] }],
    ['a pattern that refers back', { schema: [{ ...field, type: 'text', validation: { regex: '(a)\\1' } }] }],
    ['a pattern of 10,000 characters', { schema: [{ ...field, type: 'text', validation: { regex: 'a'.repeat(10_000) } }] }],
    ['a pattern that is none', { schema: [{ ...field, type: 'text', validation: { regex: '(' } }] }],
    ['a pattern that grows beyond all bounds', { schema: [{ ...field, type: 'text', validation: { regex: '((a{99}){99}){99}' } }] }],
    ['another purpose', { purpose: 'always' }],
    ['a name in two lines', { name: 'Break\nout' }],
    ['a name that reads backwards', { name: 'tuo\u202Ekaerb' }],
    ['a name of 129 characters', { name: 'a'.repeat(129) }],
    ['a key nobody asked for', { owner: 'me' }],
    ['help of a megabyte', { schema: [{ ...field, help: 'a'.repeat(500_000) }] }],
  ])('%s', async (_, change) => {
    await assertRefused(({ post }) => post(list, { ...breakout, ...change }), 400);
  });

  it('a field named __proto__, and an object that has one', async () => {
    await assertRefused(({ post }) => post(list, { ...breakout, schema: [{ ...field, key: '__proto__' }] }), 400);
    const text = JSON.stringify(breakout).replace('{', '{"__proto__":{"purpose":"pre"},');
    await assertRefused(({ post }) => post(list, text), 400, 'malformed_json');
  });

  it('a weight of zero is none', async () => {
    const { body } = await at().publish({ schema: [{ ...field, weight: 0 }] });
    expect(body.schema[0].weight).toBe('0');
    const evaluated = await at().post('/api/playbooks/evaluate', { template_id: body.id, values: {} });
    expect(evaluated.body).toMatchObject({ compliance_score: '1', grade: 'A' });
  });

  it('a pattern that keeps others busy for ever is answered at once', async () => {
    const { body } = await at().publish({ schema: [{ ...field, key: 'note', type: 'text', validation: { regex: '^(a+)+$' } }] });
    const values = { note: `${'a'.repeat(1_999)}!` };
    const evaluated = await at().post('/api/playbooks/evaluate', { template_id: body.id, values });
    expect(evaluated.body.fields[0].problem).toMatchObject({ rule: 'regex' });
    await assertRefused(
      ({ post, positionId }) => post(`/api/positions/${positionId}/playbook-responses`, { template_id: body.id, values }),
      422,
    );
  });
});

describe('bad input to answering', () => {
  const onPosition = () => `/api/positions/${at().positionId}/playbook-responses`;
  const answer = (change: object) => (template_id: string) => at().post(onPosition(), { template_id, values: { volume: true }, ...change });

  const node = (inside: object) => ({ thesis: { type: 'doc', content: [inside] } });
  const link = (href: string) => ({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] });

  it.each([
    ['a field nobody asked about', { values: { volume: true, constructor_: 1 } }, 422, 'field_unknown'],
    ['nothing where something is required', { values: {} }, 422, 'answer_not_taken'],
    ['text where yes or no is asked', { values: { volume: 'yes' } }, 422, 'answer_not_taken'],
    ['a choice there is not', { values: { volume: true, side: 'up' } }, 422, 'answer_not_taken'],
    ['a figure above the most', { values: { volume: true, stop: 11 } }, 422, 'answer_not_taken'],
    ['a figure that is none', { values: { volume: true, stop: '1e5' } }, 422, 'answer_not_taken'],
    ['a script in rich text', { values: { volume: true, ...node({ type: 'script', content: [] }) } }, 422, 'answer_not_taken'],
    [
      'a link that runs in rich text',
      { values: { volume: true, ...node({ type: 'paragraph', content: [link('javascript:alert(1)')] }) } },
      422,
      'answer_not_taken',
    ],
    ['a picture from elsewhere in a remark', { comments: { volume: { type: 'doc', content: [{ type: 'image' }] } } }, 400, 'invalid_input'],
    ['a remark of 10,001 characters', { comments: { volume: 'a'.repeat(10_001) } }, 400, 'invalid_input'],
    ['a remark of a megabyte', { comments: { volume: 'a'.repeat(MB + 48_576) } }, 413, 'body_too_large'],
    ['a remark on a field nobody knows', { comments: { other: 'x' } }, 422, 'field_unknown'],
    ['a risk below nothing', { intended_risk_pct: '-1' }, 400, 'invalid_input'],
    ['another number of the version', { template_version: 2 }, 422, 'another_template_version'],
    ['whether a trade came of a trade', { trade_entered: true }, 400, 'invalid_input'],
    ['a version nobody published', { template_id: nobody }, 404, 'not_found'],
  ])('%s', async (_, change, status, code) => {
    const { id } = (await at().publish()).body;
    await assertRefused(() => answer(change)(id), status, code);
  });

  it('markup in a remark is text and nothing else', async () => {
    const { id } = (await at().publish()).body;
    const { status, body } = await answer({ comments: { volume: '<script>alert(1)</script>' } })(id);
    expect(status).toBe(201);
    expect(body.comments.volume.content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: '<script>alert(1)</script>' }] }]);
  });

  it('values with a key of __proto__', async () => {
    const { id } = (await at().publish()).body;
    const text = `{"template_id":"${id}","values":{"volume":true,"__proto__":{"side":"long"}}}`;
    await assertRefused(({ post }) => post(onPosition(), text), 400, 'malformed_json');
  });

  it('a position that is not there, a day that there is not, a symbol in two lines', async () => {
    const { id } = (await at().publish()).body;
    const body = { template_id: id, values: { volume: true } };
    await assertRefused(({ post }) => post(`/api/positions/${nobody}/playbook-responses`, body), 404, 'not_found');
    await assertRefused(({ post }) => post('/api/journal/2025-02-30/instrument/SPX/playbook-response', body), 400);
    const subject = { type: 'instrument', day: DAY, symbol: 'S\nPX' };
    await assertRefused(({ post }) => post('/api/playbook-responses', { ...body, subject }), 400);
    await assertRefused(({ post }) => post('/api/playbook-responses', { ...body, subject: { type: 'account', id: nobody } }), 400);
    const account = { ...body, account_id: nobody };
    await assertRefused(({ post }) => post(`/api/journal/${DAY}/instrument/SPX/playbook-response`, account), 404, 'not_found');
  });

  it('a playbook that is retired takes no new response, and lets one be corrected', async () => {
    const template = (await at().publish()).body;
    const response = (await answer({})(template.id)).body;
    await at().edit('PATCH', `${list}/${template.id}`, 1, { is_active: false });
    const body = { template_id: template.id, values: { volume: true } };
    await assertRefused(({ post }) => post(`/api/journal/${DAY}/instrument/SPX/playbook-response`, body), 422, 'playbook_retired');
    const corrected = await at().edit('PATCH', `/api/playbook-responses/${response.id}`, response.version, { values: { volume: false } });
    expect(corrected).toMatchObject({ status: 200, body: { computed_grade: 'D' } });
  });

  it('a command that names another id than the one that follows from playbook and subject', async () => {
    const template = (await at().publish()).body;
    const before = at().workspace.lastSeq;
    const payload = {
      subject: { type: 'position', id: at().positionId },
      playbook_id: template.playbook_id,
      version_id: template.id,
      values: { volume: true },
    };
    const answered = await at().workspace.submit({ command_id: 'x', type: 'SubmitResponse', aggregate_id: nobody, payload }, 'trader');
    expect(answered).toMatchObject({ outcome: 'refused', code: 'response_id_differs' });
    expect(at().workspace.lastSeq).toBe(before);
  });
});

describe('bad input to evidence', () => {
  it.each([
    ['an attachment of another workspace', { source_kind: 'trade', source_id: nobody }, 404],
    ['an address that is a file', { source_kind: 'url', url: 'file:///etc/passwd' }, 400],
    ['an address that runs', { source_kind: 'url', url: 'javascript:alert(1)' }, 400],
    ['an address with a password in it', { source_kind: 'url', url: 'https://me:secret@example.org/' }, 400],
    ['an address of 2,001 characters', { source_kind: 'url', url: `https://example.org/${'a'.repeat(2_001)}` }, 400],
    ['an address where an attachment is meant', { source_kind: 'journal', url: 'https://example.org/' }, 422],
    ['both at once', { source_kind: 'url', url: 'https://example.org/', source_id: nobody }, 422],
    ['nothing', { source_kind: 'url' }, 422],
    ['no field', { source_kind: 'url', url: 'https://example.org/', field_key: undefined }, 422],
    ['no fields', { source_kind: 'url', url: 'https://example.org/', field_key: undefined, field_keys: [] }, 400],
    ['a field nobody knows', { source_kind: 'url', url: 'https://example.org/', field_key: 'other' }, 422],
    ['a field named __proto__', { source_kind: 'url', url: 'https://example.org/', field_key: '__proto__' }, 400],
  ])('%s', async (_, change, status) => {
    const { id } = (await at().publish()).body;
    const body = { template_id: id, values: { volume: true } };
    const response = (await at().post(`/api/positions/${at().positionId}/playbook-responses`, body)).body;
    await assertRefused(({ post }) => post(`/api/playbook-responses/${response.id}/evidence`, { field_key: 'volume', ...change }), status);
  });

  it('for a response that is not there', async () => {
    const piece = { field_key: 'volume', source_kind: 'url', url: 'https://example.org/' };
    await assertRefused(({ post }) => post(`/api/playbook-responses/${nobody}/evidence`, piece), 404);
    await assertRefused(({ call }) => call('DELETE', `/api/playbook-responses/${nobody}/evidence/${nobody}`), 404);
  });
});
