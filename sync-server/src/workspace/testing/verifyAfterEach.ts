import { afterEach } from 'vitest';
import { verifyBenches } from './bench.ts';

/** Tables equal the fold of the facts after every test that writes, whatever the test was about. */
afterEach(() => {
  const sentences = verifyBenches().flatMap(({ findings }) => findings.map(({ sentence }) => sentence));
  if (sentences.length > 0) throw new Error(`after this test a book does not verify: ${sentences.join(' ')}`);
});
