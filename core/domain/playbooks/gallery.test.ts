import { describe, expect, it } from 'vitest';
import { contentInputSchema } from './content.ts';
import { evaluate } from './evaluation.ts';
import type { Field } from './field.ts';
import { folded } from './folded.ts';
import { gallery } from './gallery.ts';

/** An answer as good as the field can have. */
function bestAnswer({ type, validation: { options, min, max, regex } }: Field): unknown {
  if (type === 'boolean') return true;
  if (type === 'select') return options?.[0];
  if (type === 'number') return min ?? '1';
  if (type === 'rating') return max;
  return regex === undefined ? 'Said in words' : '4512.25, 4490; 4475.5';
}

describe('the gallery', () => {
  it('has six playbooks with names of their own', () => {
    expect(new Set(gallery.map(({ name }) => folded(name))).size).toBe(6);
  });

  it.each(gallery.map((playbook) => [playbook.name, playbook] as const))('%s is worth using as it is', (_, playbook) => {
    const content = contentInputSchema.parse(playbook);
    const { fields, risk_schedule } = content;
    expect(fields.length).toBeGreaterThanOrEqual(8);
    expect(fields.length).toBeLessThanOrEqual(15);
    expect(new Set(fields.map(({ weight }) => weight)).size).toBeGreaterThan(2);
    const all = evaluate(content, Object.fromEntries(fields.map((field) => [field.key, bestAnswer(field)])));
    expect(all).toMatchObject({ grade: 'A', compliance_score: '1' });
    expect(all.fields.every(({ problem }) => problem === null)).toBe(true);
    const nothing = evaluate(content, {});
    expect([nothing.grade, nothing.risk_cap_pct]).toEqual(['D', '0']);
    expect(['A', 'B', 'C', 'D'].every((grade) => Object.hasOwn(risk_schedule, grade))).toBe(true);
  });
});
