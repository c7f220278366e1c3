import {
  type Day,
  type Decimal,
  type DecimalText,
  ZERO,
  add,
  compare,
  decimal,
  divide,
  multiply,
  signOf,
  subtract,
} from '../../kernel/index.ts';
import { RATE_PLACES } from '../limits.ts';
import { type Result, netOf, netsBy, resultsOf } from '../results.ts';
import type { AccountTerms, PropFirm, TradingRules } from '../ruleBook.ts';
import type { DatedTrade } from '../trade.ts';
import { amountOf } from './lossLimit.ts';

/** An account that a prop firm has handed over, and what was made with it. */
export interface Held {
  readonly terms: AccountTerms;
  readonly firm: PropFirm;
  readonly results: readonly Result[];
}

/** Only what was closed since the account was handed over; of open profit the book knows nothing. */
export function heldAccount(accountId: string, trades: readonly DatedTrade[], { accounts }: TradingRules): Held | undefined {
  const terms = accounts.find(({ account_id }) => account_id === accountId);
  const firm = terms?.prop_firm ?? null;
  if (terms === undefined || firm === null) return undefined;
  const results = resultsOf(trades.filter(({ account_id }) => account_id === accountId)).filter(({ day }) => day >= firm.since);
  return { terms, firm, results };
}

export interface Drawdown {
  readonly limit: Decimal;
  readonly deepest: Decimal;
  readonly now: Decimal;
  /** Where it first went beyond the limit. */
  readonly broken: Result | undefined;
}

/** From the highest the account has stood at, beginning with what it was handed over with, so that a first loss counts. */
export function drawdownOf({ terms, firm, results }: Held): Drawdown | undefined {
  if (firm.trailing_drawdown === null) return undefined;
  const limit = amountOf(firm.trailing_drawdown, terms);
  let [made, most, deepest, now, broken] = [ZERO, ZERO, ZERO, ZERO, undefined as Result | undefined];
  for (const result of results) {
    made = add(made, result.net);
    if (compare(made, most) > 0) most = made;
    now = subtract(most, made);
    if (compare(now, deepest) > 0) deepest = now;
    if (compare(now, limit) > 0) broken ??= result;
  }
  return { limit, deepest, now, broken };
}

export interface BestDay {
  readonly day: Day;
  readonly share_pct: Decimal;
  readonly most_pct: DecimalText;
}

/** The best day, where it made more of the whole profit than it may. Without any profit there is nothing to share. */
export function unevenDay({ firm, results }: Held): BestDay | undefined {
  const whole = netOf(results);
  const most_pct = firm.consistency_pct;
  if (most_pct === null || signOf(whole) <= 0) return undefined;
  const best = netsBy(results, (day) => day).reduce((a, b) => (compare(b.net, a.net) > 0 ? b : a));
  const hundredfold = multiply(best.net, decimal('100'));
  if (compare(hundredfold, multiply(decimal(most_pct), whole)) <= 0) return undefined;
  return { day: best.key, share_pct: divide(hundredfold, whole, RATE_PLACES), most_pct };
}
