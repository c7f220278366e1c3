import { describe, expect, it } from 'vitest';
import { type ContentInput, contentInputSchema } from './content.ts';
import { differenceOf } from './difference.ts';

const field = (key: string, more = {}) => ({ key, label: key.toUpperCase(), type: 'boolean' as const, ...more });
const contentOf = (keys: string, more: Partial<ContentInput> = {}) =>
  contentInputSchema.parse({ name: 'Breakout', purpose: 'pre', fields: keys.split('').map((key) => field(key)), ...more });

describe('the difference between two versions', () => {
  it('names what was added, removed and moved, moving as few as can be', () => {
    const { changed, fields } = differenceOf(contentOf('abcde'), contentOf('bxcea'));
    expect(changed).toEqual([]);
    expect(fields).toEqual({
      added: [{ key: 'x', label: 'X', place: 2 }],
      removed: [{ key: 'd', label: 'D', place: 4 }],
      moved: [{ key: 'a', label: 'A', from: 1, to: 5 }],
      changed: [],
    });
  });

  it('says what was changed, from what and to what', () => {
    const select = (options: string[]) => [field('a', { type: 'select', weight: 2, validation: { options } })];
    const before = contentOf('', { fields: select(['up', 'down']) });
    const after = contentOf('', {
      fields: select(['up', 'flat']).map((each) => ({ ...each, weight: 3, help: 'Of the day' })),
      purpose: 'in',
      grade_thresholds: { A: 0.95 },
      risk_schedule: { A: '2' },
      template_max_risk_pct: '1.5',
    });
    const { changed, fields } = differenceOf(before, after);
    expect(changed).toEqual([
      { what: 'purpose', from: 'pre', to: 'in' },
      { what: 'grade_thresholds.A', from: '0.9', to: '0.95' },
      { what: 'risk_schedule.A', from: '1', to: '2' },
      { what: 'risk_schedule.B', from: '0.5', to: null },
      { what: 'risk_schedule.C', from: '0.25', to: null },
      { what: 'risk_schedule.D', from: '0', to: null },
      { what: 'template_max_risk_pct', from: null, to: '1.5' },
    ]);
    expect(fields.changed).toEqual([
      {
        key: 'a',
        label: 'A',
        changes: [
          { what: 'help', from: null, to: 'Of the day' },
          { what: 'weight', from: '2', to: '3' },
          { what: 'validation.options', from: ['up', 'down'], to: ['up', 'flat'] },
        ],
      },
    ]);
  });
});
