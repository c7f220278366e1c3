import { expect, test } from 'vitest';
import { killNine } from './killNine.ts';

test('killed at any instant under load, the server has everything it acknowledged, once', async () => {
  const report = await killNine({ count: 200, seed: 1, progress: () => {} });
  expect(report).toMatchObject({ failures: [] });
});
