import { describe, expect, it } from 'vitest';
import { playbookFromFile } from './interchange.ts';

const field = { key: 'a', label: 'A', type: 'boolean' };
const alone = { name: 'Breakout', purpose: 'pre', schema: [field] };

describe('a playbook from a file', () => {
  it('takes numbers, null for what is not said, and text that is rich', () => {
    const given = {
      ...alone,
      schema: [
        { ...field, weight: 2.5, validation: null },
        { ...field, key: 'b', type: 'text', rich_text: true, help: null },
        { ...field, key: 'c', type: 'text', rich_text: false, validation: { min: null, regex: '^x' } },
      ],
      grade_thresholds: { A: 0.9, B: 0.75, C: 0.6, D: 0 },
      risk_schedule: null,
      template_max_risk_pct: 1,
    };
    expect(playbookFromFile(given)).toMatchObject({
      fields: [
        { key: 'a', weight: '2.5', validation: {} },
        { key: 'b', type: 'rich_text' },
        { key: 'c', type: 'text', validation: { regex: '^x' } },
      ],
      grade_thresholds: { A: '0.9', B: '0.75', C: '0.6' },
      risk_schedule: { A: '1', B: '0.5', C: '0.25', D: '0' },
      template_max_risk_pct: '1',
    });
  });

  it.each([
    ['nothing', null, 'not_a_playbook_file'],
    ['text', 'playbook', 'not_a_playbook_file'],
    ['a list', [alone], 'not_a_playbook_file'],
    ['no fields', { ...alone, schema: undefined }, 'not_a_playbook_file'],
    ['something else', { ...alone, format: 'taffrail.book', version: 1 }, 'not_a_playbook_file'],
    ['a later form', { format: 'taffrail.playbook', version: 2, playbook: alone }, 'playbook_file_too_new'],
    ['a form without a version', { format: 'taffrail.playbook', playbook: alone }, 'playbook_file_too_new'],
    ['the same key twice', { ...alone, schema: [field, field] }, 'invalid_input'],
    ['a prototype for a key', { ...alone, schema: [{ ...field, key: '__proto__' }] }, 'invalid_input'],
    ['a field that is none', { ...alone, schema: [7] }, 'invalid_input'],
    ['thresholds that are none', { ...alone, grade_thresholds: 'high' }, 'invalid_input'],
    ['rules that are none', { ...alone, schema: [{ ...field, validation: ['min'] }] }, 'invalid_input'],
    ['a schedule of grades there are not', { ...alone, risk_schedule: { E: 1 } }, 'invalid_input'],
    ['thresholds out of order', { ...alone, grade_thresholds: { A: 0.1 } }, 'invalid_input'],
  ])('is refused from %s', (_, file, code) => {
    expect(playbookFromFile(file)).toMatchObject({ refused: true, code });
  });
});
