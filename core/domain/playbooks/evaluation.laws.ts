import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimal, decimalText, multiply, sumOf } from '../kernel/index.ts';
import { evaluate, evaluationSchema } from './evaluation.ts';
import { grades } from './grade.ts';
import { content, valuesFor } from './testing/contents.ts';

const filledIn = content.chain((playbook) => fc.record({ playbook: fc.constant(playbook), values: valuesFor(playbook) }));

/** An answer that satisfies whatever is asked. */
const satisfying = { boolean: true, select: 'first option', number: '0', text: 'x 12', rating: '3', rich_text: 'x' } as const;

describe('an evaluation', () => {
  it('is what its schema says, in its one spelling', () => {
    fc.assert(
      fc.property(filledIn, ({ playbook, values }) => {
        const evaluation = evaluate(playbook, values, { account_max_risk_pct: '2', intended_risk_pct: '1' });
        expect(evaluationSchema.parse(evaluation)).toEqual(evaluation);
      }),
    );
  });

  it('never falls when one more field is satisfied', () => {
    fc.assert(
      fc.property(filledIn, fc.nat(), ({ playbook, values }, pick) => {
        const field = playbook.fields[pick % playbook.fields.length]!;
        const before = evaluate(playbook, values);
        const answer = field.type === 'select' ? field.validation.options![0] : satisfying[field.type];
        const after = evaluate(playbook, { ...values, [field.key]: answer });
        fc.pre(after.fields.find(({ key }) => key === field.key)!.satisfied);
        expect(compare(decimal(after.compliance_score), decimal(before.compliance_score))).toBeGreaterThanOrEqual(0);
        expect(grades.indexOf(after.grade)).toBeLessThanOrEqual(grades.indexOf(before.grade));
      }),
    );
  });

  it('does not depend on the order of the fields or of the answers', () => {
    const shuffled = filledIn.chain(({ playbook, values }) =>
      fc.record({
        playbook: fc.constant(playbook),
        values: fc.constant(values),
        fields: fc.shuffledSubarray(playbook.fields, { minLength: playbook.fields.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ playbook, values, fields }) => {
        const backwards = Object.fromEntries(Object.entries(values).toReversed());
        const { fields: here, ...sums } = evaluate(playbook, values);
        const { fields: there, ...sameSums } = evaluate({ ...playbook, fields }, backwards);
        expect(sameSums).toEqual(sums);
        expect(new Set(there)).toEqual(new Set(here));
      }),
    );
  });

  it('shows a score that is at most the true one and less than one step below it', () => {
    fc.assert(
      fc.property(filledIn, ({ playbook, values }) => {
        const { compliance_score, fields } = evaluate(playbook, values);
        const all = sumOf(fields.map(({ weight }) => decimal(weight)));
        fc.pre(decimalText(all) !== '0');
        const satisfied = sumOf(fields.filter((field) => field.satisfied).map(({ weight }) => decimal(weight)));
        const next = sumOf([decimal(compliance_score), decimal('0.0001')]);
        expect(compare(multiply(decimal(compliance_score), all), satisfied)).toBeLessThanOrEqual(0);
        expect(compare(multiply(next, all), satisfied)).toBe(1);
      }),
    );
  });

  it('caps at the least of its breakdown, and says so when more is meant', () => {
    const percent = fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((n) => decimalText(decimal((n / 10_000).toFixed(4)))));
    fc.assert(
      fc.property(filledIn, percent, percent, ({ playbook, values }, account_max_risk_pct, intended_risk_pct) => {
        const { cap_breakdown, risk_cap_pct, risk_cap_exceeded } = evaluate(playbook, values, { account_max_risk_pct, intended_risk_pct });
        const caps = Object.values(cap_breakdown).map(Number);
        expect(Number(risk_cap_pct)).toBe(Math.min(...caps));
        expect(caps.length).toBe(1 + Number(playbook.template_max_risk_pct !== null) + Number(account_max_risk_pct !== null));
        expect(risk_cap_exceeded).toBe(intended_risk_pct !== null && Number(intended_risk_pct) > Number(risk_cap_pct));
      }),
    );
  });
});
