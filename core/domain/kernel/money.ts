import { z } from 'zod';
import { currencySchema, minorDigits } from './currency.ts';
import { type Decimal, compare, decimalText, roundTo } from './decimal.ts';

/** An amount in whole minor units (cents, yen, satoshi). */
export interface Money {
  readonly currency: string;
  readonly minor: number;
}

export const moneySchema = z.strictObject({
  currency: currencySchema,
  // Adding zero turns JSON's -0 into 0, which would otherwise hash differently from it.
  minor: z.int('an amount is a whole number of minor units, at most 9007199254740991').overwrite((minor) => minor + 0),
});

/** Rounds to what the currency can pay; a half goes to the even neighbour. */
export function moneyFromDecimal(d: Decimal, currency: string): Money {
  const digits = minorDigits(currency);
  const { coefficient, scale } = roundTo(d, digits);
  return money(currency, Number(coefficient * 10n ** BigInt(digits - scale)));
}

/** Undefined where the currency has too few digits to say it exactly. */
export function exactMoney(d: Decimal, currency: string): Money | undefined {
  const rounded = moneyFromDecimal(d, currency);
  return compare(decimalOf(rounded), d) === 0 ? rounded : undefined;
}

export function decimalOf({ currency, minor }: Money): Decimal {
  return { coefficient: BigInt(minor), scale: minorDigits(currency) };
}

export function moneyText(amount: Money): string {
  return decimalText(decimalOf(amount));
}

export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} and ${b.currency} do not add up without a rate`);
  return money(a.currency, a.minor + b.minor);
}

export function negateMoney({ currency, minor }: Money): Money {
  return money(currency, -minor);
}

export function zeroMoney(currency: string): Money {
  return { currency, minor: 0 };
}

function money(currency: string, minor: number): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} minor units of ${currency} are more than an exact integer holds`);
  return { currency, minor: minor + 0 };
}
