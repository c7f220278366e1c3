import { expect, it } from 'vitest';
import { legFrom, type LegInput } from './leg.ts';
import { structureOf } from './structure.ts';
import { future, idOf, option, stock } from './testing/book.ts';

const [A, B, C] = [idOf(11), idOf(12), idOf(13)] as const;

const legs = (given: readonly object[]) =>
  given.map((input) => {
    const leg = legFrom(input as LegInput, 'ES');
    if ('refused' in leg) throw new Error(leg.sentence);
    return leg;
  });

it.each([
  ['stock', [stock(A)], null],
  ['a future', [future(A, '1', { expiry: '2026-06-19' })], { expiries: ['2026-06-19'], strikes: [] }],
  [
    'a spread, lowest strike first as figures go',
    [option(A, '1000', 'call', '-1'), option(B, '995', 'call', '1')],
    {
      expiries: ['2026-03-20'],
      strikes: [
        { strike: '995', right: 'call' },
        { strike: '1000', right: 'call' },
      ],
    },
  ],
  [
    'one strike in two months',
    [option(A, '100', 'put', '1', { expiry: '2026-06-19' }), option(B, '100', 'put', '-1')],
    { expiries: ['2026-03-20', '2026-06-19'], strikes: [{ strike: '100', right: 'put' }] },
  ],
  [
    'a contract written down twice that comes to nothing',
    [option(A, '100', 'call', '1'), option(B, '100', 'call', '-1'), option(C, '105', 'call', '1')],
    { expiries: ['2026-03-20'], strikes: [{ strike: '105', right: 'call' }] },
  ],
])('of %s', (_, given, structure) => expect(structureOf(legs(given))).toEqual(structure));

it('has no part that an assignment delivered', () => {
  const [held, delivered] = legs([option(A, '100', 'call', '1'), future(B, '1', { expiry: '2026-09-18' })]);
  expect(structureOf([held!, { ...delivered!, delivered: true }])).toEqual({
    expiries: ['2026-03-20'],
    strikes: [{ strike: '100', right: 'call' }],
  });
});
