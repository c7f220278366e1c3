import { describe, expect, it } from 'vitest';
import { checklistInputSchema } from './content.ts';
import { evaluate } from './evaluation.ts';

const yes = (key: string, weight: number | string = 1, more = {}) => ({ key, label: key, type: 'boolean', weight, ...more });
const checklistOf = (fields: object[], more: object = {}) => checklistInputSchema.parse({ fields, ...more });

const three = [yes('a'), yes('b'), yes('c')];

describe('an evaluation', () => {
  it('weighs what is satisfied against everything, answered or not', () => {
    const checklist = checklistOf([yes('a', 3), yes('b', 1), yes('c', 0)], { template_max_risk_pct: 2 });
    const fields = [
      { key: 'a', weight: '3', satisfied: true, answered: true, problem: null },
      { key: 'b', weight: '1', satisfied: false, answered: false, problem: null },
      { key: 'c', weight: '0', satisfied: false, answered: true, problem: null },
    ];
    expect(evaluate(checklist, { a: true, c: false })).toEqual({
      compliance_score: '0.75',
      grade: 'B',
      risk_cap_pct: '0.5',
      cap_breakdown: { template: '2', grade: '0.5' },
      risk_cap_exceeded: false,
      fields,
    });
  });

  it('reaches a grade on its threshold, and not a hair below', () => {
    const checklist = checklistOf([yes('a', '899.9999'), yes('b', '0.0001'), yes('c', 100)]);
    expect(evaluate(checklist, { a: true, b: true })).toMatchObject({ compliance_score: '0.9', grade: 'A' });
    expect(evaluate(checklist, { a: true })).toMatchObject({ compliance_score: '0.8999', grade: 'B' });
  });

  it('never shows a threshold that it has not reached, and shows one that it has', () => {
    expect(evaluate(checklistOf(three), { a: true, b: true })).toMatchObject({ compliance_score: '0.6666', grade: 'C' });
    const twoThirds = { grade_thresholds: { A: '0.6667', B: '0.6666', C: '0' } };
    expect(evaluate(checklistOf(three, twoThirds), { a: true, b: true })).toMatchObject({ compliance_score: '0.6666', grade: 'B' });
  });

  it.each([
    ['nothing in it that weighs, all in order', [yes('a', 0)], {}, '1', 'A'],
    ['nothing that weighs, and an answer missing', [yes('a', 0, { required: true })], {}, '0', 'D'],
    ['nothing that weighs, and an answer wrong', [yes('a', 0)], { a: 'x' }, '0', 'D'],
    ['a required field without weight left out', [yes('a'), yes('b', 0, { required: true })], { a: true }, '1', 'A'],
    ['no answers', three, {}, '0', 'D'],
    ['answers to fields that there are not', [yes('a')], { constructor: true, toString: true }, '0', 'D'],
  ])('of a checklist with %s', (_, fields, values, compliance_score, grade) => {
    expect(evaluate(checklistOf(fields), values)).toMatchObject({ compliance_score, grade });
  });

  it('says of a field without weight that an answer is missing', () => {
    const [field] = evaluate(checklistOf([yes('a', 0, { required: true })]), {}).fields;
    expect(field?.problem).toEqual({ rule: 'required', sentence: 'a: say yes or no.' });
  });

  it('gives a D everything where nothing is asked of any grade', () => {
    const checklist = checklistOf(three, { grade_thresholds: { A: 0, B: 0, C: 0 } });
    expect(evaluate(checklist, {}).grade).toBe('A');
  });
});

describe('the risk cap', () => {
  const allowed = (risk_schedule: object | undefined, values: object, risk = {}) =>
    evaluate(
      checklistOf(three, { ...(risk_schedule && { risk_schedule }), grade_thresholds: { A: 1, B: 0.6, C: 0.3 } }),
      { ...values },
      risk,
    );

  const all = { a: true, b: true, c: true };

  it.each([
    ['the usual one', undefined, all, '1'],
    ['the usual one for a D', undefined, {}, '0'],
    ['one that leaves the grade out', { B: '0.5' }, all, '0.5'],
    ['one that leaves it and the next out', { D: '0.1' }, all, '0.1'],
    ['one that names better grades only', { A: '2' }, { a: true, b: true }, '0'],
    ['one that lets a worse grade risk more', { A: '0.5', C: '2' }, { a: true }, '2'],
    ['one that lets a worse grade risk more, for a grade left out', { A: '0.5', C: '2' }, { a: true, b: true }, '2'],
  ])('by schedule: %s', (_, schedule, values, cap) => {
    expect(allowed(schedule, values)).toMatchObject({ risk_cap_pct: cap, cap_breakdown: { grade: cap } });
  });

  it('is the least of those that there are', () => {
    const checklist = checklistOf(three, { template_max_risk_pct: '0.8' });
    const risk = { account_max_risk_pct: '0.75' };
    expect(evaluate(checklist, all, risk)).toMatchObject({
      risk_cap_pct: '0.75',
      cap_breakdown: { template: '0.8', grade: '1', account: '0.75' },
    });
    expect(evaluate(checklist, all, { account_max_risk_pct: null }).cap_breakdown).toEqual({ template: '0.8', grade: '1' });
    expect(evaluate(checklistOf(three, { template_max_risk_pct: 0 }), all).risk_cap_pct).toBe('0');
  });

  it('is exceeded by more, not by as much', () => {
    expect(allowed(undefined, all, { intended_risk_pct: '1' }).risk_cap_exceeded).toBe(false);
    expect(allowed(undefined, all, { intended_risk_pct: '1.0001' }).risk_cap_exceeded).toBe(true);
    expect(allowed(undefined, {}, { intended_risk_pct: '0' }).risk_cap_exceeded).toBe(false);
    expect(allowed(undefined, {}, {}).risk_cap_exceeded).toBe(false);
  });

  it('is exceeded by what a field of the playbook says of the intended risk, before what is said beside it', () => {
    const risk = { key: 'intended_risk_pct', label: 'Risk', type: 'number', weight: 0 };
    const exceeded = (field: object, answer: unknown, said: string | null = null) =>
      evaluate(checklistOf([...three, field]), { ...all, intended_risk_pct: answer }, { intended_risk_pct: said }).risk_cap_exceeded;
    expect(exceeded(risk, '1')).toBe(false);
    expect(exceeded(risk, 1.1)).toBe(true);
    expect(exceeded(risk, '0.5', '1.1')).toBe(false);
    expect(exceeded(risk, undefined, '1.1')).toBe(true);
    expect(exceeded(risk, 'much', '1.1')).toBe(true);
    expect(exceeded({ ...risk, type: 'text' }, '1.1')).toBe(false);
  });
});
