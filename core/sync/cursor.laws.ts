import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorText, readCursor } from './index.ts';

test('a cursor comes back as it was written', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.maxSafeNat(), (log_id, seq) => {
      expect(readCursor(cursorText({ log_id, seq }))).toEqual({ log_id, seq });
    }),
  );
});

test('nothing else is taken for a cursor: what can be read is written the same again', () => {
  const nearly = fc.stringMatching(/^[a-f0-9-]{0,4}:{0,2}[-+ 0-9e.]{0,18}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), nearly), (text) => {
      const cursor = readCursor(text);
      if (cursor) expect(cursorText(cursor)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});
