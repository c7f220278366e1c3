import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readShorthand } from './shorthand.ts';

const today = '2026-11-21';
const said = (line: string) => readShorthand(line, today);

const stock = { instrument_type: 'stock', expiry: null, strike: null, right: null };

describe('a trade in one line', () => {
  test('stock with stop, target, risk, fees and tags', () => {
    expect(said('+100 aapl 187.20 s 184 t195 r 320 f 1.30 #breakout #gap')).toEqual({
      symbol: 'AAPL',
      legs: [{ ...stock, quantity: '100', price: '187.20' }],
      entry: undefined,
      stop: '184',
      target: '195',
      risk: '320',
      fees: '1.30',
      tags: ['breakout', 'gap'],
      unread: [],
    });
  });

  test.each([
    ['-100 TSLA 240', '-100'],
    ['sell 100 TSLA 240', '-100'],
    ['s 100 TSLA 240', '-100'],
    ['buy 100 TSLA 240', '100'],
    ['100 TSLA @240', '100'],
    ['TSLA 240', '1'],
  ])('%s', (line, quantity) => {
    expect(said(line)).toMatchObject({ symbol: 'TSLA', legs: [{ quantity, price: '240' }], unread: [] });
  });

  test('an option, its expiry said in several ways', () => {
    const legs = [{ instrument_type: 'option', expiry: '2030-02-15', strike: '6100', right: 'call', quantity: '-1', price: '12.50' }];
    for (const expiry of ['15FEB30', '15feb2030', '2030-02-15']) expect(said(`-1 SPX ${expiry} 6100C 12.50`)).toMatchObject({ legs });
    expect(said('-1 SPX 6100c 15FEB30 12.50')).toMatchObject({ legs });
    expect(said('+1 SPX 0dte 6100P 2').legs[0]?.expiry).toBe(today);
    expect(said('+1 SPX 20NOV 6100P 2').legs[0]?.expiry).toBe('2027-11-20');
    expect(said('+1 SPX 21NOV 6100P 2').legs[0]?.expiry).toBe(today);
  });

  test('structures: one quantity for the whole, or one for each leg', () => {
    const quantities = (line: string) => said(line).legs.map(({ quantity, strike, right, price }) => [quantity, strike, right, price]);
    expect(quantities('+2 SPX 15FEB30 6100/6150C 12.50/7.25')).toEqual([
      ['2', '6100', 'call', '12.50'],
      ['-2', '6150', 'call', '7.25'],
    ]);
    expect(quantities('sell 1 SPX 15FEB30 6100/6150/6200P')).toEqual([
      ['-1', '6100', 'put', undefined],
      ['2', '6150', 'put', undefined],
      ['-1', '6200', 'put', undefined],
    ]);
    expect(quantities('+1/-1/-1/+1 SPX 15FEB30 5900P/6000P/6200C/6300C 1/2/3/1')).toHaveLength(4);
  });

  test('one price for several legs is the plan of the structure, no fill', () => {
    const { entry, legs } = said('+1 SPX 15FEB30 6100/6150C 5.25');
    expect(entry).toBe('5.25');
    expect(legs.map(({ price }) => price)).toEqual([undefined, undefined]);
  });

  test('futures by their expiry, or by their name alone', () => {
    expect(said('-2 /ES 18DEC26 6010.25')).toMatchObject({ symbol: '/ES', legs: [{ instrument_type: 'future', expiry: '2026-12-18' }] });
    expect(said('-2 MESZ26 6010.25')).toMatchObject({
      legs: [{ instrument_type: 'future', expiry: null, quantity: '-2', price: '6010.25' }],
    });
  });

  test('what cannot be read is said, and never guessed', () => {
    expect(said('+100 AAPL 187.20 187.30 banana').unread).toEqual(['187.30', 'banana']);
    expect(said('+1 SPX 15FEB30 5900/6000/6200/6300P 1').unread).toEqual(['1']);
    expect(said('+1 SPX 31FEB30 6100C 2').unread).toEqual(['31FEB30']);
    expect(said('+1 SPX 15FEB30 6100/6150C 1/2/3').unread).toEqual(['1/2/3']);
  });

  test('takes any line without failing', () => {
    fc.assert(fc.property(fc.string(), (line) => void said(line)));
  });
});
