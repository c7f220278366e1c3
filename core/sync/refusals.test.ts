import { expect, test } from 'vitest';
import { refusalCodes } from './index.ts';

test('no code means two things', () => {
  expect(refusalCodes.length).toBeGreaterThan(40);
  expect(new Set(refusalCodes).size).toBe(refusalCodes.length);
});

test('codes are words, so that a program can name them and a person can guess them', () => {
  for (const code of refusalCodes) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
});
