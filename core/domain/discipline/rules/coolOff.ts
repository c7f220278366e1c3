import { type Instant, addMs, counted } from '../../kernel/index.ts';
import { type Finding, namedTrades } from '../finding.ts';
import type { Moment } from '../moment.ts';
import type { Reason } from '../reason.ts';
import { type Result, type TradedDay, isLoss, resultsOf } from '../results.ts';
import type { TradingRules } from '../ruleBook.ts';
import { lastRun } from '../runs.ts';

const MINUTE_MS = 60_000;

export function coolOffFindings({ day, opened, closed }: TradedDay, rules: TradingRules): readonly Finding[] {
  const { cool_off } = rules;
  const results = resultsOf(closed);
  const early = opened.filter(({ position_id, opened_at }) => {
    const before = results.filter(({ trade }) => trade.position_id !== position_id && (trade.closed_at ?? '') <= opened_at);
    return opened_at < (coolOffAfter(before, rules)?.until ?? '');
  });
  if (cool_off === null || early.length === 0) return [];
  const { after_losses, minutes } = cool_off;
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
