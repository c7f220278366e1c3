import { describe, expect, test } from 'vitest';
import { currencySchema, minorDigits } from './currency.ts';

describe('a currency', () => {
  test.each([
    ['USD', 2],
    ['EUR', 2],
    ['CHF', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['KWD', 3],
    ['TND', 3],
    ['BTC', 8],
    ['ETH', 8],
    ['USDT', 6],
    ['USDC', 6],
  ])('%s has %d decimals', (currency, digits) => {
    expect(currencySchema.parse(currency)).toBe(currency);
    expect(minorDigits(currency)).toBe(digits);
  });

  test.each(['usd', 'US', 'USDX', 'DEM', 'XAU', 'XXX', '__proto__', 'constructor', '', ' USD', 840, null])('is not %j', (input) => {
    expect(currencySchema.safeParse(input).error?.issues).toMatchObject([
      { message: 'a currency is a code such as USD, EUR or JPY, or one of BTC, ETH, USDC and USDT' },
    ]);
  });

  test('that does not exist has no decimals either', () => {
    expect(() => minorDigits('XXX')).toThrow(RangeError);
  });
});
