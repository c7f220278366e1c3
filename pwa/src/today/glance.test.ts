import type { Account } from '@taffrail/domain/tradelog';
import type { PositionRow } from '@taffrail/replica';
import { expect, it } from 'vitest';
import { glanceAt } from './glance.ts';

const account = (id: string, zone: string, sessionStart: string): Account => ({
  id,
  name: id,
  broker: 'Paper',
  currency: 'USD',
  zone,
  session_start: sessionStart,
  account_max_risk_pct: null,
  closed: false,
});

const accounts = new Map([
  ['stocks', account('stocks', 'America/New_York', '00:00')],
  ['futures', account('futures', 'America/Chicago', '17:00')],
]);

const row = (id: string, more: Partial<PositionRow>): PositionRow => ({
  id,
  account_id: 'stocks',
  symbol: id,
  underlying: id,
  strategy: 'stock',
  structure: null,
  instrument_types: ['stock'],
  status: 'closed',
  currency: 'USD',
  created_at: '2026-03-10T14:00:00.000Z',
  opened_at: '2026-03-10T14:00:00.000Z',
  opened_day: '2026-03-10',
  closed_at: '2026-03-10T15:00:00.000Z',
  closed_day: '2026-03-10',
  realised_gross: '10',
  fees: '0',
  realised_net: '10',
  r_multiple: null,
  size: null,
  tags: [],
  held: false,
  merged_into: null,
  version: 1,
  pending: false,
  ...more,
});

/** In the evening of the 10th, when the futures' day is the 11th already. */
const EVENING = '2026-03-10T23:30:00.000Z';

it('each account has its own day, and each currency its own sum', () => {
  const rows = [
    row('a', { realised_net: '10.25' }),
    row('b', { realised_net: '-3' }),
    row('c', { account_id: 'futures' }),
    row('d', { account_id: 'futures', closed_day: '2026-03-11', realised_net: '7', currency: 'EUR' }),
  ];
  expect(glanceAt(EVENING, rows, accounts).results).toEqual([
    { currency: 'USD', count: 2, net: '7.25' },
    { currency: 'EUR', count: 1, net: '7' },
  ]);
});

it('a plan that was given up is no trade', () => {
  const givenUp = row('a', { opened_at: null, opened_day: null, realised_net: '0' });
  expect(glanceAt(EVENING, [givenUp, row('b', {})], accounts).results).toEqual([{ currency: 'USD', count: 1, net: '10' }]);
});

it('a sum with an unknown part is not known', () => {
  expect(glanceAt(EVENING, [row('a', {}), row('b', { realised_net: null })], accounts).results).toEqual([
    { currency: 'USD', count: 2, net: null },
  ]);
});

it('what was merged into another stands there once', () => {
  const rows = [row('a', { status: 'open', closed_day: null }), row('b', { status: 'open', closed_day: null, merged_into: 'a' })];
  expect(glanceAt(EVENING, rows, accounts).open.map(({ id }) => id)).toEqual(['a']);
});
