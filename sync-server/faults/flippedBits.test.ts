import { expect, test } from 'vitest';
import { flippedBits } from './flippedBits.ts';

test('a flipped bit that changes what a fact says never goes unnoticed', async () => {
  const report = await flippedBits({ count: 1_000, seed: 1, progress: () => {} });
  expect(report).toMatchObject({ failures: [] });
});
