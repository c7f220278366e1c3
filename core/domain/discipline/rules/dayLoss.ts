import { compare, decimalText } from '../../kernel/index.ts';
import { type Finding, namedTrades } from '../finding.ts';
import type { Moment } from '../moment.ts';
import type { Reason } from '../reason.ts';
import { type TradedDay, resultsOf } from '../results.ts';
import type { TradingRules } from '../ruleBook.ts';
import { type Loss, lossOf, lossesUnder, sumText } from './lossLimit.ts';

export function dayLossFindings(day: TradedDay, rules: TradingRules): readonly Finding[] {
  return dayLosses(day, rules)
    .filter(({ lost, limit }) => compare(lost, limit) > 0)
    .map(({ rule, account_id, currency, results, lost, limit }) => ({
      rule_key: rule,
      scope: 'day',
      date_or_week: day.day,
      days: [day.day],
      account_id,
      currency,
      position_ids: namedTrades(results.map(({ trade }) => trade)),
      figure: decimalText(lost),
      limit: decimalText(limit),
      sentence: `${sumText(lost, currency)} lost on ${day.day}; ${whose(rule)} allows ${sumText(limit, currency)}.`,
    }));
}

export function dayLossReasons(moment: Moment, rules: TradingRules): readonly Reason[] {
  return [...reachedReasons(moment, rules), ...unknownSizeReasons(moment, rules)];
}

/** Nothing more may be lost once the limit is reached, so nothing more is risked. */
function reachedReasons({ today, account, day_ends_at }: Moment, rules: TradingRules): readonly Reason[] {
  return dayLosses(today, rules)
    .filter(({ account_id, lost, limit }) => (account_id ?? account.id) === account.id && compare(lost, limit) >= 0)
    .map(({ rule, currency, lost, limit }) => ({
      rule,
      effect: 'stops',
      sentence: `${sumText(lost, currency)} lost today; ${whose(rule)} stops at ${sumText(limit, currency)}, until the next trading day.`,
      figure: decimalText(lost),
      limit: decimalText(limit),
      clears_at: day_ends_at,
    }));
}

/** A rule that cannot be judged must not look like one that is kept. */
function unknownSizeReasons({ account }: Moment, { max_loss_per_day: own, accounts }: TradingRules): readonly Reason[] {
  if (own?.kind !== 'percent' || accounts.some(({ account_id }) => account_id === account.id)) return [];
  const sentence = `The rule of ${own.pct} % a day cannot be judged here; say in the rules how large this account is.`;
  return [{ rule: 'day_loss_exceeded', effect: 'warns', sentence, figure: null, limit: own.pct, clears_at: null }];
}

const whose = (rule: DayLoss['rule']): string => (rule === 'prop_daily_loss' ? 'the prop firm' : 'the rule');

type DayLoss = Loss & { readonly rule: 'day_loss_exceeded' | 'prop_daily_loss' };

/** What the trader allows a day to lose, and what a prop firm does. */
function dayLosses({ closed }: TradedDay, { max_loss_per_day: own, accounts }: TradingRules): readonly DayLoss[] {
  const results = resultsOf(closed);
  const ofTrader = own === null ? [] : lossesUnder(own, results, accounts);
  const ofFirms = accounts.flatMap((terms) => {
    const limit = terms.prop_firm?.daily_loss ?? null;
    const since = terms.prop_firm?.since ?? '';
    const counted = results.filter(({ day }) => day >= since);
    return limit === null ? [] : [lossOf(terms, limit, counted)];
  });
  return [
    ...ofTrader.map((loss) => ({ ...loss, rule: 'day_loss_exceeded' as const })),
    ...ofFirms.map((loss) => ({ ...loss, rule: 'prop_daily_loss' as const })),
  ];
}
