import { expect, test } from 'vitest';
import { lockedBook } from './lockedBook.ts';

test('a book locked by another process turns writers away for a moment, and readers not at all', async () => {
  const report = await lockedBook({ count: 3, seed: 1, progress: () => {} });
  expect(report).toMatchObject({ failures: [] });
});
