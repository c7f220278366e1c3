import { expect, test } from 'vitest';
import { powerCut } from './powerCut.ts';
import { hasStrace, NO_STRACE } from './strace.ts';

test('whatever a power cut leaves of a book, it holds all that was acknowledged', async ({ skip }) => {
  skip(!hasStrace(), NO_STRACE);
  const report = await powerCut({ count: 60, seed: 1, progress: () => {} });
  expect(report).toMatchObject({ failures: [] });
});
