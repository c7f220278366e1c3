import { describe, expect, it } from 'vitest';
import { type Strategy, geometryOf, shapeOf, strategiesFile, strategiesFromFile } from './index.ts';
import { graph } from './testing/graph.ts';
import { option } from './testing/legs.ts';

const ID = '00000000-0000-7000-8000-000000000009';
let made = 0;
const nextId = () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`;

/** As the first risk graphs kept one in a browser's local storage. */
const kept = {
  id: '1739',
  strategy: 'butterfly',
  side: 'put',
  strike: 6000,
  width: 25,
  dte: 3,
  expiration: '2026-03-20',
  debit: 2.35,
  visible: false,
  addedAt: 1_739_000_000_000,
};

describe('strategies as a file', () => {
  it('come back equal, under ids of their own', () => {
    const book = graph();
    book.ask('AddStrategy', ID, { symbol: 'SPX', underlying: 'I:SPX', legs: [option('call', 6100, 1)], debit: '12.5', label: 'Fed day' });
    const file = JSON.parse(JSON.stringify(strategiesFile([book.state<Strategy>(`strategy/${ID}`)])));
    const back = strategiesFromFile(file, nextId);
    expect(back).toMatchObject([
      { symbol: 'SPX', debit: '12.5', label: 'Fed day', legs: [{ strike: '6100', right: 'call', quantity: '1' }] },
    ]);
    expect(graph().ask('AddStrategy', ID, (back as readonly object[])[0]!)).toEqual(['StrategyAdded']);
  });

  it.each([
    ['single', 'call', null, ['6000/1']],
    ['vertical', 'call', 25, ['6000/1', '6025/-1']],
    ['vertical', 'put', 25, ['6000/1', '5975/-1']],
    ['butterfly', 'put', 25, ['5975/1', '6000/-2', '6025/1']],
    ['butterfly', 'call', 0, ['6000/1', '6000/-2', '6000/1']],
  ] as const)('may be what older versions kept: %s of %ss, %s wide', (strategy, side, width, legs) => {
    const [taken] = strategiesFromFile([{ ...kept, strategy, side, width }], nextId) as readonly Strategy[];
    expect(taken).toMatchObject({ symbol: 'SPX', underlying: 'I:SPX', debit: '2.35', visible: false });
    expect(taken!.legs.map(({ strike, quantity }) => `${strike}/${quantity}`)).toEqual(legs);
    expect(
      taken!.legs.every(({ right, exercise, expiry }) => right === side && exercise === 'european' && expiry === kept.expiration),
    ).toBe(true);
  });

  it.each([
    ['single', null],
    ['vertical', '25'],
    ['butterfly', '25'],
  ] as const)('are read back as they were said: %s', (strategy, width) => {
    const [taken] = strategiesFromFile([{ ...kept, strategy, width }], nextId) as readonly Strategy[];
    expect(geometryOf(taken!.legs)).toEqual({ strategy, side: 'put', strike: '6000', width, expiration: kept.expiration });
  });

  it('know the names of either way of writing', () => {
    const taken = strategiesFromFile([{ ...kept, sort_order: 3, symbol: 'AAPL', color: '#FF8800', label: 'Earnings' }], nextId);
    expect(taken).toMatchObject([
      { symbol: 'AAPL', underlying: 'AAPL', color: '#ff8800', label: 'Earnings', legs: [{ exercise: 'american' }, {}, {}] },
    ]);
    expect(shapeOf((taken as readonly Strategy[])[0]!.legs)).toBe('butterfly');
  });

  it.each<[string, string, unknown]>([
    ['something else', 'not_a_strategies_file', { format: 'taffrail.playbook', strategies: [] }],
    ['no list', 'not_a_strategies_file', 'strategies'],
    ['a later version', 'strategies_file_too_new', { format: 'taffrail.strategies', version: 2, strategies: [] }],
    ['too many', 'too_many_strategies', Array.from({ length: 501 }, () => kept)],
    ['no strike', 'strategy_not_understood', [kept, { ...kept, strike: 'high' }]],
    ['a width below zero', 'strategy_not_understood', [{ ...kept, width: -5 }]],
    ['a day that is none', 'strategy_not_understood', [{ ...kept, expiration: '2026-02-30' }]],
    ['legs that are none', 'strategy_not_understood', [{ symbol: 'SPX', legs: [1, 2] }]],
  ])('are refused where there is %s', (_, code, file) => {
    expect(strategiesFromFile(file, nextId)).toMatchObject({ refused: true, code });
  });
});
