import type { Reason } from '@taffrail/domain/discipline';
import { expect, test } from 'vitest';
import { moodOf } from './mood.ts';

type Given = Parameters<typeof moodOf>[0];

const stop = (rule: string) => ({ rule, effect: 'stops' }) as Reason;
const given = (rules: readonly string[], answered: readonly boolean[], missing: Given['missing'] = null): Given => ({
  missing,
  verdict: { reasons: rules.map(stop) } as unknown as Given['verdict'],
  checklist: { evaluation: { fields: answered.map((each) => ({ answered: each })) } } as unknown as Given['checklist'],
});

test.each([
  ['may', given([], [], 'quantity')],
  ['mayNot', given(['max_trades_per_day'], [], 'quantity')],
  ['within', given([], [true])],
  ['against', given(['account_cap'], [false])],
  ['against', given(['account_cap', 'grade_cap'], [false])],
  ['against', given(['grade_cap'], [true, true])],
  ['unchecked', given(['grade_cap'], [true, false])],
] as const)('is %s', (mood, plan) => {
  expect(moodOf(plan)).toBe(mood);
});
