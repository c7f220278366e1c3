import { expect, test } from 'vitest';
import { sockets } from './sockets.ts';

test('each attack on documents is turned away with its code, and nobody who behaves loses anything', async () => {
  const report = await sockets({ count: 20, seed: 1, progress: () => {} });
  expect(report).toMatchObject({ failures: [] });
});
