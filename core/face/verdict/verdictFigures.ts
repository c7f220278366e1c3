import type { TradingRules, Verdict } from '@taffrail/domain/discipline';
import { decimal, decimalText, multiply, type DecimalText } from '@taffrail/domain/kernel';
import type { Formats } from '@taffrail/ui';
import { verdict as words } from '../words/index.ts';

/** How large an account is, where the rules say it. */
export type AccountSize = TradingRules['accounts'][number]['size'];

const HUNDREDTH = decimal('0.01');

/** The figures of a verdict as they are said; what limits nothing says so. */
export function riskText({ allowed_risk_pct: pct }: Verdict, size: AccountSize | undefined, formats: Formats): string {
  if (pct === null) return words.noCap;
  return size === undefined ? formats.percent(pct) : words.riskAmount(formats.percent(pct), riskAmountText(pct, size, formats));
}

/** A part of the account in money. */
export function riskAmountText(pct: DecimalText, { amount, currency }: AccountSize, formats: Formats): string {
  const risked = multiply(multiply(decimal(pct), decimal(amount)), HUNDREDTH);
  return formats.amount(decimalText(risked), currency, { currency: true });
}

export function sizeText(verdict: Verdict, currency: string, formats: Formats): string {
  const { allowed_size: size } = verdict;
  if (size === null) return words.noSize;
  return isPaper(verdict) ? words.paperOnly : formats.amount(size, currency, { currency: true });
}

/** A phase without real money allows a size of nothing. */
export const isPaper = ({ allowed_size }: Verdict): boolean => allowed_size === '0';

export const tradesLeftText = ({ trades_left }: Verdict, formats: Formats): string =>
  trades_left === null ? words.noTradeLimit : formats.count(trades_left);
