import { describe, expect, test } from 'vitest';
import { sideIn } from './sides.ts';

describe('the side in a name', () => {
  test.each([
    ['Buy', 'buy'],
    [' SELL  SHORT ', 'sell'],
    ['Kaufen', 'buy'],
    ['Verkaufen (Markt)', 'sell'],
    ['Buy / Long', 'buy'],
    ['买入', 'buy'],
    ['Buy/Sell', undefined],
    ['Buyer', undefined],
    ['Order', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%j: %j', (name, side) => {
    expect(sideIn(name)).toBe(side);
  });
});
