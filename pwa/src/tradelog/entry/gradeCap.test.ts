import type { ResponseRow } from '@taffrail/replica';
import { expect, it } from 'vitest';
import { gradeCapOf } from './gradeCap.ts';

const DAY = '2026-03-02';
const about = (symbol: string, cap: string | null, more: Partial<ResponseRow> = {}) =>
  ({ subject: { type: 'instrument', day: DAY, symbol }, position_id: null, cap, ...more }) as ResponseRow;

it('a trade goes by the checklist of its instrument on its day, until another trade came of it', () => {
  const rows = [
    about('SPX', '1'),
    about('SPX', '0.5'),
    about('SPX', null),
    about('SPX', '0', { position_id: 'another' }),
    about('SPX', '0', { subject: { type: 'instrument', day: '2026-03-01', symbol: 'SPX' } }),
    about('SPX', '0', { subject: { type: 'position', id: 'another' } }),
    about('NDX', '0'),
  ];
  expect(gradeCapOf(rows, 'SPX', DAY)).toBe('0.5');
  expect(gradeCapOf(rows, 'RUT', DAY)).toBeNull();
});
