import { idSchema, instantSchema } from '@taffrail/domain/kernel';
import { describe, expect, test } from 'vitest';
import type { Clock, Defer, Ids, Sha256 } from '../index.ts';

/** What a workspace relies on of the small ports; `Sql` and `HeadWitness` have suites of their own in storage. */
export function portLaws(name: string, open: () => { clock: Clock; ids: Ids; sha256: Sha256; defer: Defer }): void {
  describe(`ports of ${name}`, () => {
    test('the clock tells canonical instants, and its stopwatch never goes back', () => {
      const { clock } = open();
      const now = clock.now();
      expect(instantSchema.parse(now)).toBe(now);
      const readings = Array.from({ length: 1_000 }, () => clock.elapsedMs());
      expect(readings).toEqual(readings.toSorted((a, b) => a - b));
    });

    test('no id comes twice, and each is one', () => {
      const { ids } = open();
      const made = Array.from({ length: 5_000 }, () => ids.next());
      expect(new Set(made).size).toBe(made.length);
      for (const id of made) expect(idSchema.parse(id)).toBe(id);
    });

    test('a hash is SHA-256 in hex, of the text as UTF-8', () => {
      const { sha256 } = open();
      // FIPS 180-4's example, and a text beyond ASCII.
      expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
      expect(sha256('ü')).not.toBe(sha256('u'));
    });

    test('what is deferred runs once, later, in order', async () => {
      const { defer } = open();
      const seen: number[] = [];
      await new Promise<void>((resolve) => {
        for (const n of [1, 2, 3]) defer(() => void seen.push(n));
        defer(resolve);
        expect(seen).toEqual([]);
      });
      expect(seen).toEqual([1, 2, 3]);
    });
  });
}
