import { type Decimal, type Id, decimal, decimalText, divide, minOf, minorDigits, multiply, negate, ZERO } from '../../kernel/index.ts';
import { type Result, netOf } from '../results.ts';
import type { AccountTerms, LossLimit } from '../ruleBook.ts';

/** How much was lost where, and how much may be. */
export interface Loss {
  /** Null where all accounts of a currency are taken together. */
  readonly account_id: Id | null;
  readonly currency: string;
  readonly results: readonly Result[];
  readonly lost: Decimal;
  readonly limit: Decimal;
}

const HUNDRED = decimal('100');

/** In the currency of the account; exact, since two places more hold any hundredth. */
export function amountOf(limit: LossLimit, { size }: Pick<AccountTerms, 'size'>): Decimal {
  if (limit.kind === 'money') return decimal(limit.amount);
  const product = multiply(decimal(size.amount), decimal(limit.pct));
  return divide(product, HUNDRED, product.scale + 2);
}

/** A limit in money is for everything in its currency, one in percent for each account by itself. */
export function lossesUnder(limit: LossLimit, results: readonly Result[], accounts: readonly AccountTerms[]): readonly Loss[] {
  if (limit.kind === 'percent') return accounts.map((terms) => lossOf(terms, limit, results));
  const own = results.filter(({ trade }) => trade.currency === limit.currency);
  return [{ account_id: null, currency: limit.currency, results: own, lost: lostIn(own), limit: decimal(limit.amount) }];
}

export function lossOf(terms: AccountTerms, limit: LossLimit, results: readonly Result[]): Loss {
  const { account_id, size } = terms;
  const own = results.filter(({ trade }) => trade.account_id === account_id);
  return { account_id, currency: size.currency, results: own, lost: lostIn(own), limit: amountOf(limit, terms) };
}

/** What was made is no loss. */
function lostIn(results: readonly Result[]): Decimal {
  return negate(minOf([netOf(results), ZERO]));
}

export function sumText(amount: Decimal, currency: string): string {
  const digits = minorDigits(currency);
  const [whole = '', decimals = ''] = decimalText(amount).split('.');
  const shown = decimals.padEnd(digits, '0');
  return `${shown === '' ? whole : `${whole}.${shown}`} ${currency}`;
}
