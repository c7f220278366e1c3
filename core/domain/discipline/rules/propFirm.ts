import {
  type Day,
  type Decimal,
  ZERO,
  add,
  compare,
  decimal,
  decimalText,
  divide,
  multiply,
  signOf,
  subtract,
} from '../../kernel/index.ts';
import type { Finding } from '../finding.ts';
import { RATE_PLACES } from '../limits.ts';
import type { Moment } from '../moment.ts';
import type { Reason } from '../reason.ts';
import { type Result, netOf, netsBy, resultsOf } from '../results.ts';
import type { AccountTerms, PropFirm, TradingRules } from '../ruleBook.ts';
import type { DatedTrade } from '../trade.ts';
import { amountOf, sumText } from './lossLimit.ts';

interface Held {
  readonly terms: AccountTerms;
  readonly firm: PropFirm;
  readonly results: readonly Result[];
}

/** Only what was closed since the account was handed over; of open profit the book knows nothing. */
function heldAccount(accountId: string, trades: readonly DatedTrade[], { accounts }: TradingRules): Held | undefined {
  const terms = accounts.find(({ account_id }) => account_id === accountId);
  const firm = terms?.prop_firm ?? null;
  if (terms === undefined || firm === null) return undefined;
  const results = resultsOf(trades.filter(({ account_id }) => account_id === accountId)).filter(({ day }) => day >= firm.since);
  return { terms, firm, results };
}

interface Drawdown {
  readonly limit: Decimal;
  readonly deepest: Decimal;
  readonly now: Decimal;
  /** Where it first went beyond the limit. */
  readonly broken: Result | undefined;
}

/** From the highest the account has stood at, beginning with what it was handed over with, so that a first loss counts. */
function drawdownOf({ terms, firm, results }: Held): Drawdown | undefined {
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

interface BestDay {
  readonly day: Day;
  readonly share_pct: Decimal;
}

/** The best day, where it made more of the whole profit than it may. Without any profit there is nothing to share. */
function unevenDay({ firm, results }: Held): BestDay | undefined {
  const whole = netOf(results);
  if (firm.consistency_pct === null || signOf(whole) <= 0) return undefined;
  const best = netsBy(results, (day) => day).reduce((a, b) => (compare(b.net, a.net) > 0 ? b : a));
  const hundredfold = multiply(best.net, decimal('100'));
  if (compare(hundredfold, multiply(decimal(firm.consistency_pct), whole)) <= 0) return undefined;
  return { day: best.key, share_pct: divide(hundredfold, whole, RATE_PLACES) };
}

export function propFirmFindings(accountId: string, trades: readonly DatedTrade[], rules: TradingRules): readonly Finding[] {
  const held = heldAccount(accountId, trades, rules);
  return held === undefined ? [] : [...drawdownFindings(held), ...consistencyFindings(held)];
}

function drawdownFindings(held: Held): readonly Finding[] {
  const drawdown = drawdownOf(held);
  if (drawdown?.broken === undefined) return [];
  const { broken, deepest, limit } = drawdown;
  const { account_id, size } = held.terms;
  return [
    {
      rule_key: 'prop_trailing_drawdown',
      scope: 'account',
      date_or_week: broken.day,
      days: [broken.day],
      account_id,
      currency: size.currency,
      position_ids: [broken.trade.position_id],
      figure: decimalText(deepest),
      limit: decimalText(limit),
      sentence: `The account fell ${sumText(deepest, size.currency)} from its highest; the prop firm allows ${sumText(limit, size.currency)}.`,
    },
  ];
}

function consistencyFindings(held: Held): readonly Finding[] {
  const best = unevenDay(held);
  if (best === undefined) return [];
  return [
    {
      rule_key: 'prop_consistency',
      scope: 'account',
      date_or_week: best.day,
      days: [best.day],
      account_id: held.terms.account_id,
      currency: held.terms.size.currency,
      position_ids: [],
      figure: decimalText(best.share_pct),
      limit: held.firm.consistency_pct ?? '0',
      sentence: `${consistencyText(best, held)}.`,
    },
  ];
}

const consistencyText = ({ day, share_pct }: BestDay, { firm }: Held): string =>
  `${day} made ${decimalText(share_pct)} % of the whole profit; the prop firm allows ${firm.consistency_pct} %`;

/** A drawdown that has gone beyond its limit has lost the account; one that is reached would with any further loss. */
export function propFirmReasons({ account, trades }: Moment, rules: TradingRules): readonly Reason[] {
  const held = heldAccount(account.id, trades, rules);
  if (held === undefined) return [];
  const [drawdown, best] = [drawdownOf(held), unevenDay(held)];
  const stops = drawdown !== undefined && (drawdown.broken !== undefined || compare(drawdown.now, drawdown.limit) >= 0);
  return [...(stops ? [drawdownReason(drawdown, held)] : []), ...(best === undefined ? [] : [consistencyReason(best, held)])];
}

function drawdownReason({ broken, deepest, now, limit }: Drawdown, { terms }: Held): Reason {
  const { currency } = terms.size;
  const figure = broken === undefined ? now : deepest;
  return {
    rule: 'prop_trailing_drawdown',
    effect: 'stops',
    sentence: `The account fell ${sumText(figure, currency)} from its highest; the prop firm stops at ${sumText(limit, currency)}.`,
    figure: decimalText(figure),
    limit: decimalText(limit),
    clears_at: null,
  };
}

function consistencyReason(best: BestDay, held: Held): Reason {
  return {
    rule: 'prop_consistency',
    effect: 'warns',
    sentence: `${consistencyText(best, held)}. It needs profit on other days.`,
    figure: decimalText(best.share_pct),
    limit: held.firm.consistency_pct,
    clears_at: null,
  };
}
