import { afterEach, expect } from 'vitest';
import { verifyBenches } from './bench.ts';

/** Tables equal the fold of the facts after every test that writes, whatever the test was about. */
afterEach(() => {
  for (const { findings } of verifyBenches()) expect(findings).toEqual([]);
});
