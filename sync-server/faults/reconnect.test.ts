import { expect, test } from 'vitest';
import { reconnect } from './reconnect.ts';

test('a hundred devices whose server is killed under them lose nothing that was called stored, and agree when it is back', async () => {
  const report = await reconnect({ count: 2, seed: 1, progress: () => {} });
  expect(report).toMatchObject({ failures: [] });
});
