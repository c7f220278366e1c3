import { expect, it } from 'vitest';
import { secretIn } from './secret.ts';

it('is found in a whole link, and taken as it is without one', () => {
  expect(secretIn(' http://localhost:8787/setup#abc_1-2 ')).toBe('abc_1-2');
  expect(secretIn('abc_1-2')).toBe('abc_1-2');
});
