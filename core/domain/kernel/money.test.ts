import { describe, expect, test } from 'vitest';
import { decimal } from './decimal.ts';
import { addMoney, exactMoney, moneyFromDecimal, moneySchema, moneyText, negateMoney, zeroMoney } from './money.ts';

const usd = (minor: number) => ({ currency: 'USD', minor });
const MOST = Number.MAX_SAFE_INTEGER;

describe('money', () => {
  test.each([
    ['12.34', 'USD', 1234],
    ['0.125', 'USD', 12],
    ['0.135', 'USD', 14],
    ['-0.125', 'USD', -12],
    ['7', 'USD', 700],
    ['2.5', 'JPY', 2],
    ['1.2345', 'KWD', 1234],
    ['0.00000001', 'BTC', 1],
    ['-0.001', 'USD', 0],
  ])('%s %s is %d minor units', (text, currency, minor) => {
    expect(moneyFromDecimal(decimal(text), currency)).toEqual({ currency, minor });
  });

  test('is exact, or is not given at all', () => {
    expect(exactMoney(decimal('12.340'), 'USD')).toEqual(usd(1234));
    expect(exactMoney(decimal('12.345'), 'USD')).toBeUndefined();
    expect(exactMoney(decimal('1.5'), 'JPY')).toBeUndefined();
  });

  test('prints with the point where its currency has it', () => {
    expect(moneyText(usd(-5))).toBe('-0.05');
    expect(moneyText(usd(1200))).toBe('12');
    expect(moneyText({ currency: 'JPY', minor: 1200 })).toBe('1200');
  });

  test('turned round is never negative nothing', () => {
    expect(negateMoney(usd(3))).toEqual(usd(-3));
    expect(negateMoney(zeroMoney('USD'))).toEqual(usd(0));
  });

  test('of two currencies does not add up', () => {
    expect(() => addMoney(usd(1), { currency: 'EUR', minor: 1 })).toThrow(TypeError);
  });

  test('beyond what an integer holds exactly is a defect', () => {
    expect(addMoney(usd(MOST - 1), usd(1))).toEqual(usd(MOST));
    expect(() => addMoney(usd(MOST), usd(1))).toThrow(RangeError);
    expect(() => moneyFromDecimal(decimal('90071992547409.92'), 'USD')).toThrow(RangeError);
    expect(() => moneyFromDecimal(decimal('-90071992547409.92'), 'USD')).toThrow(RangeError);
  });

  test('arrives as whole minor units of a known currency', () => {
    expect(moneySchema.parse(usd(-0))).toEqual(usd(0));
    for (const wrong of [usd(1.5), usd(2 ** 53), { currency: 'XXX', minor: 1 }, { currency: 'USD', minor: '1' }, { ...usd(1), extra: 1 }]) {
      expect(moneySchema.safeParse(wrong).success).toBe(false);
    }
  });
});
