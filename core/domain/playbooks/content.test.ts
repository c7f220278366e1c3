import { describe, expect, it } from 'vitest';
import { contentInputSchema, contentSchema } from './content.ts';

const field = (key: string, more = {}) => ({ key, label: key, type: 'boolean', ...more });
const plain = { name: 'Breakout', purpose: 'pre', fields: [field('volume')] };

function problemWith(wrong: object) {
  const issue = contentInputSchema.safeParse({ ...plain, ...wrong }).error?.issues[0];
  return issue && [issue.path.join('.'), issue.message];
}

describe('a playbook', () => {
  it('is as usual where it says nothing', () => {
    const content = contentInputSchema.parse(plain);
    expect(content).toMatchObject({
      strategy_bindings: [],
      grade_scale: 'A_B_C_D',
      grade_thresholds: { A: '0.9', B: '0.75', C: '0.6' },
      risk_schedule: { A: '1', B: '0.5', C: '0.25', D: '0' },
      template_max_risk_pct: null,
    });
    expect(contentSchema.parse(content)).toEqual(content);
  });

  it('may have every threshold in the same place, and let a worse grade risk more', () => {
    expect(problemWith({ grade_thresholds: { A: 0.5, B: 0.5, C: 0.5 }, risk_schedule: { A: '1', C: '2' } })).toBeUndefined();
  });

  it.each([
    ['no fields', { fields: [] }, ['fields', 'a playbook has at least one field']],
    ['500 fields', { fields: Array.from({ length: 500 }, (_, n) => field(`k${n}`)) }, ['fields', 'a playbook has at most 200 fields']],
    ['a key twice', { fields: [field('a'), field('b'), field('a')] }, ['fields.2.key', 'another field is called a already']],
    [
      'thresholds out of order',
      { grade_thresholds: { A: 0.7 } },
      ['grade_thresholds', 'a better grade needs at least as much as a worse one; these are A 0.7, B 0.75, C 0.6'],
    ],
    ['a threshold above 1', { grade_thresholds: { A: 1.1 } }, ['grade_thresholds.A', 'must be at most 1; this is 1.1']],
    [
      'an empty schedule',
      { risk_schedule: {} },
      ['risk_schedule', 'a risk schedule names at least one grade; leave it out for the usual one'],
    ],
    ['a grade nobody gives', { risk_schedule: { E: '1' } }, ['risk_schedule', 'Unrecognized key: "E"']],
    ['a cap below zero', { template_max_risk_pct: -1 }, ['template_max_risk_pct', 'must be at least 0; this is -1']],
    [
      'the same strategy twice',
      { strategy_bindings: ['Vertical', ' vertical'] },
      ['strategy_bindings', 'the same strategy is there twice'],
    ],
    ['a name without end', { name: 'n'.repeat(129) }, ['name', 'must be at most 128 characters long']],
    [
      'patterns that take too long together',
      { fields: Array.from({ length: 3 }, (_, n) => field(`k${n}`, { type: 'text', validation: { regex: '(a?){999}' } })) },
      ['fields', 'the patterns of a playbook come to at most 4000 steps; these come to 5997, so simplify them'],
    ],
    [
      'more text than can be sent',
      { fields: Array.from({ length: 200 }, (_, n) => field(`k${n}`, { type: 'select', validation: { options: longOptions } })) },
      ['', 'a playbook has at most 200000 characters altogether; shorten its texts'],
    ],
  ])('is refused with %s', (_, wrong, problem) => {
    expect(problemWith(wrong)).toEqual(problem);
  });
});

const longOptions = Array.from({ length: 50 }, (_, n) => `${n} ${'x'.repeat(90)}`);
