import type { PositionRow, ResponseRow } from '@taffrail/replica';
import { describe, expect, test } from 'vitest';
import { answersIn } from './answers.ts';
import { filtered, noFilters, searchable, type Filters } from './filters.ts';
import { found } from './found.ts';
import { placed, subtotals, type Grouped } from './groups.ts';
import { lookedAt, readSort, sorted, writtenSort } from './sorting.ts';

const nothingElse = { answersOf: () => [], brokenOf: () => [] };

const row = (id: string, part: Partial<PositionRow> = {}): PositionRow => ({
  id,
  account_id: 'margin',
  symbol: 'AAPL',
  underlying: 'AAPL',
  strategy: 'stock',
  structure: null,
  instrument_types: ['stock'],
  status: 'closed',
  currency: 'USD',
  created_at: '2026-03-01T10:00:00.000Z',
  opened_at: '2026-03-02T15:00:00.000Z',
  opened_day: '2026-03-02',
  closed_at: '2026-03-04T15:00:00.000Z',
  closed_day: '2026-03-04',
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
  ...part,
});

const open = { status: 'open', closed_at: null, closed_day: null } as const;
const known = { names: new Map([['margin', 'Margin']]), graded: () => [] };
const by = (group: Grouped['group']): Grouped => ({ group, field: '', playbook: '', answersOf: () => [] });
const idsOf = (rows: readonly PositionRow[]) => rows.map(({ id }) => id).join('');

describe('what is shown', () => {
  const rows = [
    row('a', { tags: ['gap', 'late'], realised_net: '-4' }),
    row('b', {
      symbol: 'SPX',
      underlying: 'SPX',
      strategy: 'vertical',
      structure: { expiries: ['2026-06-19'], strikes: [{ strike: '6150', right: 'call' }] },
      realised_net: '0',
    }),
    row('c', { ...open, account_id: 'cash', realised_net: '25' }),
    row('d', { realised_net: null, opened_day: '2026-04-01', closed_day: '2026-04-02' }),
  ];
  const shows = (filters: Partial<Filters>) => idsOf(filtered(searchable(rows), { ...noFilters, ...filters }, nothingElse));

  test('everything, where nobody asked for less', () => expect(shows({})).toBe('abcd'));

  test.each([
    [{ status: 'open' }, 'c'],
    [{ account: 'cash' }, 'c'],
    [{ strategy: 'vertical' }, 'b'],
    [{ result: 'lost' }, 'a'],
    [{ result: 'even' }, 'b'],
    // What is banked of an open position is no result yet.
    [{ result: 'won' }, ''],
    [{ tag: ['gap', 'late'] }, 'a'],
    [{ tag: ['gap', 'early'] }, ''],
    [{ q: 'spx VERT' }, 'b'],
    [{ q: 'late' }, 'a'],
    [{ q: '6150' }, 'b'],
    [{ q: '2026-06-19' }, 'b'],
  ] satisfies [Partial<Filters>, string][])('%j', (filters, ids) => expect(shows(filters)).toBe(ids));

  test('a plan that was given up has no result', () => {
    const givenUp = row('a', { opened_at: null, opened_day: null, realised_net: '0' });
    expect(idsOf(filtered(searchable([givenUp, row('b', { realised_net: '0' })]), { ...noFilters, result: 'even' }, nothingElse))).toBe(
      'b',
    );
  });

  test('a range of days holds whatever was on in it', () => {
    expect(shows({ from: '2026-03-04', to: '2026-03-04' })).toBe('abc');
    expect(shows({ from: '2026-03-05' })).toBe('cd');
    expect(shows({ to: '2026-03-01' })).toBe('');
  });
});

describe('the order', () => {
  test('figures by what they are worth, unknown ones last either way', () => {
    const rows = [
      row('a', { realised_net: '9.5' }),
      row('b', { realised_net: null }),
      row('c', { realised_net: '-100' }),
      row('d', { realised_net: '10' }),
    ];
    expect(idsOf(sorted(rows, { key: 'net', descending: true }, known))).toBe('dacb');
    expect(idsOf(sorted(rows, { key: 'net', descending: false }, known))).toBe('cadb');
  });

  test('grades from the best, by the checklist that was submitted last; what has none comes last', () => {
    const graded = (position_id: string, grade: ResponseRow['grade'], day: string) =>
      ({ position_id, grade, submitted_at: `2026-03-${day}T10:00:00.000Z` }) as ResponseRow;
    const answers = [graded('a', 'C', '02'), graded('b', 'B', '02'), graded('c', 'C', '02'), graded('c', 'A', '03')];
    const rows = [row('a'), row('b'), row('c'), row('d')];
    const order = (text: string) => idsOf(sorted(rows, readSort(text), { ...known, graded: answersIn(answers) }));
    expect(order('grade')).toBe('cbad');
    expect(order('-grade')).toBe('abcd');
  });

  test('is the same order whatever becomes known that it does not look at', () => {
    const orders = ['net', 'grade', 'account'].map((text) => lookedAt(readSort(text), known));
    expect(orders).toEqual([
      { names: undefined, graded: undefined },
      { names: undefined, graded: known.graded },
      { names: known.names, graded: undefined },
    ]);
  });

  test('is read from an address and written into it', () => {
    expect(readSort('-net')).toEqual({ key: 'net', descending: true });
    expect(writtenSort(readSort('symbol'))).toBe('symbol');
    expect(readSort('__proto__')).toEqual(readSort(''));
  });
});

test('a symbol finds its positions, what is on before the rest and the newest first', () => {
  const rows = [
    row('a'),
    row('b', { created_at: '2026-03-02T10:00:00.000Z' }),
    row('c', open),
    row('d', { symbol: 'MSFT', underlying: 'MSFT' }),
    row('e', { ...open, merged_into: 'c' }),
    row('f', { symbol: 'AAPL1', underlying: 'AAPL', status: 'planned' }),
  ];
  expect(idsOf(found(rows, ' aap'))).toBe('cfba');
  expect(
    idsOf(
      found(
        Array.from({ length: 20 }, () => row('x')),
        'AAPL',
      ),
    ),
  ).toHaveLength(8);
});

describe('groups', () => {
  test('a position stands under each of its tags, and what has none comes last', () => {
    const all = placed([row('a'), row('b', { tags: ['x', 'y'] }), row('c', { tags: ['x'] })], by('tag'));
    expect(all.map(({ group, row: { id } }) => `${group}${id}`)).toEqual(['xb', 'xc', 'yb', 'a']);
  });

  test('by what was answered, a trade under each grade it came to and one without a checklist last', () => {
    const came = (grade: ResponseRow['grade'], values: ResponseRow['values']) =>
      ({ playbook_id: 'breakout', grade, values }) as ResponseRow;
    const answers = new Map([
      ['a', [came('B', { side: 'Long' }), came('A', { side: 'Short' })]],
      ['b', [came('A', {})]],
    ]);
    const answersOf = (id: string) => answers.get(id) ?? [];
    const rows = [row('c'), row('b'), row('a')];
    const grouped = (part: Partial<Grouped>) =>
      placed(rows, { ...by(undefined), answersOf, ...part }).map(({ row: { id }, group }) => `${group}${id}`);
    expect(grouped({ group: 'grade' })).toEqual(['Ab', 'Aa', 'Ba', 'c']);
    expect(grouped({ group: 'answer', field: 'side', playbook: 'breakout' })).toEqual(['Longa', 'Shorta', 'c', 'b']);
    expect(grouped({ group: 'playbook' })).toEqual(['breakoutb', 'breakouta', 'c']);
  });

  test('the newest day first', () => {
    const all = placed([row('a'), row('b', { closed_day: '2026-03-05' })], by('day'));
    expect(all.map(({ group }) => group)).toEqual(['2026-03-05', '2026-03-04']);
  });

  test('are added up exactly, each currency by itself, and never around a gap', () => {
    const all = placed(
      [
        row('a', { realised_net: '0.1' }),
        row('b', { realised_net: '0.2' }),
        row('c', { currency: 'EUR', realised_net: null }),
        row('d', { status: 'planned', opened_at: null, currency: 'JPY' }),
        row('e', { ...open, realised_gross: '0', fees: '1.24', realised_net: '-1.24' }),
      ],
      by('strategy'),
    );
    expect(subtotals(all).get('stock')).toEqual({
      count: 5,
      net: new Map([
        ['USD', '0.3'],
        ['EUR', null],
      ]),
    });
  });
});
