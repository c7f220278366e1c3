import type { ResponseRow } from '@taffrail/replica';
import { describe, expect, test } from 'vitest';
import { answersIn, isAnswered, readWanted, writtenWanted, type Wanted } from './answers.ts';

const response = (part: Partial<ResponseRow>): ResponseRow => ({
  id: 'r',
  subject: { type: 'position', id: 'p' },
  position_id: 'p',
  playbook_id: 'breakout',
  version_id: 'v1',
  grade: 'A',
  compliance: '1',
  cap: '1',
  exceeded: false,
  intended_risk_pct: null,
  submitted_at: '2026-03-02T15:00:00.000Z',
  values: {},
  version: 1,
  pending: false,
  ...part,
});

test('of a trade there is what was submitted, the latest first', () => {
  const later = response({ id: 'later', submitted_at: '2026-03-03T15:00:00.000Z' });
  const begun = response({ id: 'begun', grade: null, submitted_at: null });
  const elsewhere = response({ id: 'elsewhere', position_id: null });
  const of = answersIn([response({}), later, begun, elsewhere]);
  expect(of('p').map(({ id }) => id)).toEqual(['later', 'r']);
  expect(of('q')).toEqual([]);
});

describe('a field', () => {
  test.each([
    [{ trend: true }, { key: 'trend', is: true }, true],
    [{ trend: true }, { key: 'trend', is: false }, false],
    [{}, { key: 'trend', is: false }, true],
    [{ side: 'Long' }, { key: 'side', is: 'Long' }, true],
    [{ side: 'Long' }, { key: 'side', is: 'Short' }, false],
    [{ stop: '2.50' }, { key: 'stop', from: '2.5', to: '2.5' }, true],
    [{ stop: '10' }, { key: 'stop', from: '9', to: undefined }, true],
    [{ stop: '10' }, { key: 'stop', from: undefined, to: '9' }, false],
    [{}, { key: 'stop', from: '1', to: undefined }, false],
    [{}, { key: 'constructor', is: 'Object' }, false],
  ] satisfies [ResponseRow['values'], Wanted, boolean][])('%j is %j: %s', (values, wanted, is) => {
    expect(isAnswered(response({ values }), wanted)).toBe(is);
  });

  test.each([
    { key: 'trend', is: true },
    { key: 'side', is: 'after: the close' },
    { key: 'stop', from: '-1.5', to: undefined },
  ] satisfies Wanted[])('goes through an address as it is: %j', (wanted) => {
    expect(readWanted(writtenWanted(wanted))).toEqual(wanted);
  });

  test.each(['', 'stop:within:1e9:', 'stop:like:3'])('%j asks for nothing', (text) => expect(readWanted(text)).toBeUndefined());
});
