import { expect, it } from 'vitest';
import { counted } from './counted.ts';

it('one is one, and everything else is several', () => {
  expect([0, 1, 2].map((count) => counted(count, 'loss', 'losses'))).toEqual(['0 losses', '1 loss', '2 losses']);
  expect(counted(3, 'minute')).toBe('3 minutes');
});
