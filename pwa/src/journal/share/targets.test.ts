import type { PositionRow } from '@taffrail/replica';
import { expect, it } from 'vitest';
import { positionTargets } from './targets.ts';

const row = (id: string, given: Partial<PositionRow>): [string, PositionRow] => [
  id,
  {
    id,
    symbol: id,
    status: 'open',
    merged_into: null,
    opened_day: null,
    closed_day: null,
    created_at: '2025-01-01',
    opened_at: null,
    closed_at: null,
    ...given,
  } as PositionRow,
];

it('positions one is in come first, newest first, then those left last', () => {
  const rows = new Map([
    row('old', { opened_at: '2025-02-01' }),
    row('left', { status: 'closed', opened_at: '2025-02-02', closed_at: '2025-03-01' }),
    row('new', { opened_at: '2025-02-03' }),
    row('gone', { merged_into: 'new' }),
  ]);
  expect(positionTargets(rows, ({ symbol }) => symbol).map(({ label }) => label)).toEqual(['new', 'old', 'left']);
});
