import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './pauses.ts';

describe('how long to wait', () => {
  it('doubles from a second to a minute, spread over the upper half', () => {
    expect([0, 1, 2, 5, 6, 50].map((failures) => retryDelayMs(failures, 1))).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
    expect(retryDelayMs(3, 0)).toBe(4_000);
  });

  it('is never shorter than the server asked for', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(600_000), (failures, chance, askedForMs) => {
        expect(retryDelayMs(failures, chance, askedForMs)).toBeGreaterThanOrEqual(askedForMs);
      }),
    );
  });
});
