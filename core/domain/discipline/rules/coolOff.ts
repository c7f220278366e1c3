import { type Instant, addMs, counted } from '../../kernel/index.ts';
import { type Finding, namedTrades } from '../finding.ts';
import type { Moment } from '../moment.ts';
import type { Reason } from '../reason.ts';
import { type Result, type TradedDay, isLoss, resultsOf } from '../results.ts';
import type { TradingRules } from '../ruleBook.ts';
import { lastRun } from '../runs.ts';
import type { DatedTrade } from '../trade.ts';

const MINUTE_MS = 60_000;

export function coolOffFindings(traded: TradedDay, rules: TradingRules): readonly Finding[] {
  const { cool_off } = rules;
  if (cool_off === null) return [];
  const { after_losses, minutes } = cool_off;
  const { day } = traded;
  const early = openedEarly(traded, rules, after_losses);
  if (early.length === 0) return [];
  return [
    {
      rule_key: 'cool_off_ignored',
      scope: 'day',
      date_or_week: day,
      days: [day],
      account_id: null,
      currency: null,
      position_ids: namedTrades(early),
      figure: String(early.length),
      limit: '0',
      sentence: `${early.length} opened on ${day} within ${minutes} minutes after ${after_losses} or more losses in a row; the rule allows none.`,
    },
  ];
}

/** Looks at no more results than it takes, once in their order: a day can have thousands. */
function openedEarly({ opened, closed }: TradedDay, rules: TradingRules, afterLosses: number): readonly DatedTrade[] {
  const results = resultsOf(closed);
  let known = 0;
  return opened.filter(({ position_id, opened_at }) => {
    while (known < results.length && (results[known]?.trade.closed_at ?? '') <= opened_at) known += 1;
    // What was opened and closed in one moment is a result by then, but none that it could have waited after.
    const last = results.slice(Math.max(known - afterLosses - 1, 0), known).filter(({ trade }) => trade.position_id !== position_id);
    return opened_at < (coolOffAfter(last, rules)?.until ?? '');
  });
}

export function coolOffReasons({ now, today, day_ends_at }: Moment, rules: TradingRules): readonly Reason[] {
  const pause = coolOffAfter(resultsOf(today.closed), rules);
  if (rules.cool_off === null || pause === undefined || now >= pause.until) return [];
  const { after_losses, minutes } = rules.cool_off;
  return [
    {
      rule: 'cool_off_ignored',
      effect: 'stops',
      sentence: `${counted(pause.losses, 'loss', 'losses')} in a row today; the rule asks for a pause of ${counted(minutes, 'minute')} after ${after_losses}.`,
      figure: String(pause.losses),
      limit: String(after_losses),
      clears_at: pause.until < day_ends_at ? pause.until : day_ends_at,
    },
  ];
}

interface CoolOff {
  readonly losses: number;
  readonly until: Instant;
}

/** The pause that results have led to, if any; a new trading day begins without one. */
function coolOffAfter(results: readonly Result[], { cool_off }: TradingRules): CoolOff | undefined {
  const run = lastRun(results, isLoss);
  const last = run.at(-1)?.trade.closed_at ?? null;
  if (cool_off === null || last === null || run.length < cool_off.after_losses) return undefined;
  return { losses: run.length, until: addMs(last, cool_off.minutes * MINUTE_MS) };
}
