import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, decimal } from './decimal.ts';
import { addMoney, decimalOf, exactMoney, moneyFromDecimal, moneyText, negateMoney, zeroMoney, type Money } from './money.ts';

const currencies = fc.constantFrom('USD', 'JPY', 'KWD', 'BTC', 'USDC');
const minors = fc.integer({ min: -1e14, max: 1e14 });
const amountsOf = (currency: string) => minors.map((minor): Money => ({ currency, minor }));
const amounts = currencies.chain(amountsOf);
const total = (list: readonly Money[], currency: string) => list.reduce(addMoney, zeroMoney(currency));

test('the order of adding neither makes money nor loses it', () => {
  const shuffles = currencies.chain((currency) =>
    fc.array(amountsOf(currency), { maxLength: 20 }).chain((list) => {
      const shuffled = fc.shuffledSubarray(list, { minLength: list.length });
      return fc.record({ currency: fc.constant(currency), list: fc.constant(list), shuffled });
    }),
  );
  fc.assert(
    fc.property(shuffles, ({ currency, list, shuffled }) => {
      expect(total(shuffled, currency)).toEqual(total(list, currency));
      expect(total([...list, ...list.map(negateMoney)], currency)).toEqual(zeroMoney(currency));
    }),
  );
});

test('every amount survives being a decimal and being text', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(exactMoney(decimalOf(amount), amount.currency)).toEqual(amount);
      expect(exactMoney(decimal(moneyText(amount)), amount.currency)).toEqual(amount);
    }),
  );
});

test('adding money and adding decimals agree', () => {
  const pairs = currencies.chain((currency) => fc.tuple(amountsOf(currency), amountsOf(currency)));
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      expect(moneyFromDecimal(add(decimalOf(a), decimalOf(b)), a.currency)).toEqual(addMoney(a, b));
    }),
  );
});
