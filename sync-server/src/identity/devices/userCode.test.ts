import { expect, test } from 'vitest';
import { drawUserCode, readUserCode } from './userCode.ts';

test('a code is eight consonants in two groups, and no two are alike', () => {
  const codes = Array.from({ length: 1_000 }, drawUserCode);
  for (const code of codes) expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
  expect(new Set(codes).size).toBe(codes.length);
});

test.each(['WDJB-MJHT', 'wdjb-mjht', 'wdjbmjht', ' WDJB MJHT '])('%j is read as it is meant', (typed) => {
  expect(readUserCode(typed)).toBe('WDJB-MJHT');
});

test.each(['', 'WDJB-MJH', 'WDJB-MJHTT', 'WDJA-MJHT', 'WDJ1-MJHT', '../../..', '__proto__'])('%j is no code', (typed) => {
  expect(readUserCode(typed)).toBeUndefined();
});
