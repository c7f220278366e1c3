import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeadWitness } from '../../workspace/index.ts';

/** What every `HeadWitness` must keep. `open` gives one that has never been written. */
export function headLaws(name: string, open: () => HeadWitness): void {
  describe(`${name} keeps the laws of HeadWitness`, () => {
    it('knows nothing before it is told', () => {
      expect(open().read()).toBeUndefined();
    });

    it('tells the last head it was told, even when a restored book went back', () => {
      const heads = fc.array(fc.record({ seq: fc.nat(), hash: fc.stringMatching(/^[0-9a-f]{64}$/) }), { minLength: 1, maxLength: 10 });
      fc.assert(
        fc.property(heads, (written) => {
          const witness = open();
          written.forEach((head) => witness.write(head));
          expect(witness.read()).toEqual(written.at(-1));
        }),
        { numRuns: 30 },
      );
    });
  });
}
