import { expect, test } from 'vitest';
import { diskFull, pageLimitReached } from './diskFull.ts';

const options = { count: 3, seed: 1, progress: () => {} };

test('a full disk is said in so many words, reads go on, and room is all it takes to go on writing', async () => {
  expect(await diskFull(options)).toMatchObject({ failures: [] });
});

test('a book that SQLite will not let grow behaves the same', async () => {
  expect(await pageLimitReached(options)).toMatchObject({ failures: [] });
});
