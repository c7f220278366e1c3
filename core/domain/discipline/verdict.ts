import {
  type Day,
  type DecimalText,
  type Instant,
  compare,
  decimal,
  decimalText,
  isZero,
  minOf,
  tradingDayBounds,
  tradingDayOf,
} from '../kernel/index.ts';
import type { AccountNow, Intended, Moment } from './moment.ts';
import { daysOfMonth, daysOfWeek, monthOf, weekOf } from './period.ts';
import { type PhaseNow, phaseReasons, phaseSize, phaseTradesLeft } from './phaseNow.ts';
import type { Reason } from './reason.ts';
import { tradedDay } from './results.ts';
import type { TradingRules } from './ruleBook.ts';
import { allowedHoursReasons } from './rules/allowedHours.ts';
import { allowedInstrumentsReasons } from './rules/allowedInstruments.ts';
import { coolOffReasons } from './rules/coolOff.ts';
import { dayLossReasons } from './rules/dayLoss.ts';
import { dayTradesReasons } from './rules/dayTrades.ts';
import { losingDaysReasons } from './rules/losingDaysWeek.ts';
import { losingWeeksReasons } from './rules/losingWeeksMonth.ts';
import { lossStreakReasons } from './rules/lossStreakDay.ts';
import { propFirmReasons } from './rules/propFirm.ts';
import { type RulesOverTime, rulesOn } from './tradingRules.ts';
import type { DatedTrade } from './trade.ts';

/** Everything that has a say in the next trade. */
export interface Circumstances {
  readonly now: Instant;
  readonly account: AccountNow;
  readonly rules: RulesOverTime | undefined;
  /** Of all accounts, from the day on that `reachOf` names; more make no difference. */
  readonly trades: readonly DatedTrade[];
  readonly phase: PhaseNow | null;
  /** What the grade of its checklist allows, with the playbook's own cap. */
  readonly grade_cap_pct: DecimalText | null;
  /** What else stands against it: advice that is frozen, an engine that was stopped. */
  readonly halts: readonly Reason[];
  readonly intended: Intended | null;
}

export interface Verdict {
  readonly may_trade: boolean;
  /** In percent of the account; null where nothing limits it. */
  readonly allowed_risk_pct: DecimalText | null;
  /** In the currency of the account, of real money: 0 where it is for paper only. */
  readonly allowed_size: DecimalText | null;
  /** On this trading day; null where nothing limits them. */
  readonly trades_left: number | null;
  /** What stops comes first. */
  readonly reasons: readonly Reason[];
}

const NOTHING_SAID: Intended = { symbol: null, instrument_types: [], risk_pct: null, size: null };

const ruleReasons = [
  lossStreakReasons,
  losingDaysReasons,
  losingWeeksReasons,
  dayLossReasons,
  dayTradesReasons,
  coolOffReasons,
  allowedHoursReasons,
  allowedInstrumentsReasons,
  propFirmReasons,
];

/**
 * What a trader may do now. Within a day, a limit that is reached stops, since the next loss or trade would break it; what goes on for
 * longer warns when it is reached and stops when it is broken. A rule about the trader stops in every account, one about an account there.
 */
export function verdictOf(circumstances: Circumstances): Verdict {
  const { phase, halts } = circumstances;
  const moment = momentOf(circumstances);
  const rules = rulesOn(circumstances.rules, moment.today.day);
  const caps = capsOf(circumstances);
  const reasons = [
    ...ruleReasons.flatMap((reasonsOf) => reasonsOf(moment, rules)),
    ...capReasons(caps, moment.intended),
    ...(phase === null ? [] : phaseReasons(phase, moment)),
    ...halts,
  ].toSorted(byWeight);
  return {
    may_trade: reasons.every(({ effect }) => effect !== 'stops'),
    allowed_risk_pct: leastOf(caps),
    allowed_size: (phase && phaseSize(phase, moment.account)) ?? null,
    trades_left: tradesLeft(moment, rules, phase),
    reasons,
  };
}

/** The earliest day whose trades a verdict of this account rests on. */
export function reachOf(now: Instant, account: AccountNow, book: RulesOverTime | undefined): Day {
  const today = tradingDayOf(now, account);
  const terms = rulesOn(book, today).accounts.find(({ account_id }) => account_id === account.id);
  const days = [daysOfWeek(weekOf(today)).first, daysOfMonth(monthOf(today)).first, terms?.prop_firm?.since ?? today];
  return days.reduce((first, day) => (day < first ? day : first));
}

function momentOf({ now, account, trades, intended }: Circumstances): Moment {
  const day = tradingDayOf(now, account);
  const day_ends_at = tradingDayBounds(day, account).ends_at;
  return { now, account, today: tradedDay(day, trades), day_ends_at, trades, intended: intended ?? NOTHING_SAID };
}

interface Cap {
  readonly rule: 'account_cap' | 'grade_cap';
  readonly pct: DecimalText;
}

function capsOf({ account, grade_cap_pct }: Circumstances): readonly Cap[] {
  const { account_max_risk_pct } = account;
  return [
    ...(account_max_risk_pct === null ? [] : [{ rule: 'account_cap' as const, pct: account_max_risk_pct }]),
    ...(grade_cap_pct === null ? [] : [{ rule: 'grade_cap' as const, pct: grade_cap_pct }]),
  ];
}

const whatAllows = { account_cap: 'The account', grade_cap: 'The grade of the checklist' } as const;

function capReasons(caps: readonly Cap[], { risk_pct }: Intended): readonly Reason[] {
  return caps.map(({ rule, pct }) => {
    const over = risk_pct !== null && compare(decimal(risk_pct), decimal(pct)) > 0;
    const sentence = over
      ? `${risk_pct} % is meant to be risked; ${whatAllows[rule].toLowerCase()} allows ${pct} % for one trade.`
      : `${whatAllows[rule]} allows ${pct} % for one trade.`;
    return { rule, effect: over || isZero(decimal(pct)) ? 'stops' : 'limits', sentence, figure: risk_pct, limit: pct, clears_at: null };
  });
}

function leastOf(caps: readonly Cap[]): DecimalText | null {
  return caps.length === 0 ? null : decimalText(minOf(caps.map(({ pct }) => decimal(pct))));
}

function tradesLeft({ today }: Moment, { max_trades_per_day }: TradingRules, phase: PhaseNow | null): number | null {
  const byRule = max_trades_per_day === null ? null : Math.max(0, max_trades_per_day - today.opened.length);
  const byPhase = phase === null ? null : phaseTradesLeft(phase);
  const limits = [byRule, byPhase].filter((left) => left !== null);
  return limits.length === 0 ? null : Math.min(...limits);
}

const weights = { stops: 0, limits: 1, warns: 2 } as const;

const weightOf = ({ effect, rule, sentence }: Reason): string => `${weights[effect]} ${rule} ${sentence}`;

function byWeight(a: Reason, b: Reason): number {
  return weightOf(a) < weightOf(b) ? -1 : 1;
}
