import type { Reason } from '@taffrail/domain/discipline';
import { expect, it } from 'vitest';
import { clearsAt } from './clearing.ts';

const stop = (clears_at: string | null): Reason => ({ rule: 'r', effect: 'stops', sentence: 's', figure: null, limit: null, clears_at });

it('trading goes on when the last of what stops it is over, and by itself only where all of it ends by itself', () => {
  expect(clearsAt([stop('2026-03-02T00:00:00.000Z'), stop('2026-03-03T00:00:00.000Z'), stop('2026-03-01T00:00:00.000Z')])).toBe(
    '2026-03-03T00:00:00.000Z',
  );
  expect(clearsAt([stop('2026-03-02T00:00:00.000Z'), stop(null)])).toBeNull();
  expect(clearsAt([])).toBeNull();
});
