import {
  absolute,
  compare,
  decimal,
  decimalOf,
  decimalSchema,
  exactMoney,
  minorDigits,
  type Decimal,
  type DecimalText,
  type Money,
  type Refusal,
} from '../kernel/index.ts';
import { refusals } from './refusals.ts';

/** An amount of money as people write it; its currency is the account's. */
export const amountSchema = decimalSchema({ places: 12, whole: 15 }).meta({ examples: ['1.30'] });
export const riskAmountSchema = decimalSchema({ places: 12, whole: 15, positive: true }).meta({ examples: ['250'] });

export function moneyIn(currency: string, amount: DecimalText, what: string): Money | Refusal {
  const value = decimal(amount);
  if (!fitsExactly(value, currency)) return refusals.amount_too_large({ what, amount, currency });
  return exactMoney(value, currency) ?? refusals.amount_too_fine({ what, amount, currency, digits: minorDigits(currency) });
}

export function fitsExactly(value: Decimal, currency: string): boolean {
  const most = decimalOf({ currency, minor: Number.MAX_SAFE_INTEGER });
  return compare(absolute(value), most) <= 0;
}
