import { expect, test } from 'vitest';
import { hostileClients } from './hostileClients.ts';

test('five thousand idle connections, slow requests and slow readers keep nobody else from being served', async () => {
  const report = await hostileClients({ count: 5_000, seed: 1, progress: () => {} });
  expect(report).toMatchObject({ failures: [] });
});
