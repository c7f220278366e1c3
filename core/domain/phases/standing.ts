import type { Day, DecimalText, Instant } from '../kernel/index.ts';
import { type Step, type Validation, earnedStep, validationOf } from './advance.ts';
import { type Trigger, triggersOf } from './downgrade.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { NO_TRADE_LIMIT } from './limits.ts';
import { FIRST_PHASE, type Phase, phaseNames } from './phase.ts';
import type { PhaseProgress } from './progress.ts';
import { positionSizeOn } from './scaling.ts';
import { exchangeSessionOf } from './session.ts';
import type { Settings } from './settings.ts';
import { type TradeLimit, tradeLimitOf } from './tradeLimit.ts';
import { type ClockOf, type Trade, dayResults, resultsSince } from './trade.ts';
import type { Transition } from './transition.ts';

/** All that phases say at one moment. The order of the trades makes no difference. */
export interface Standing {
  readonly current_phase: Phase;
  readonly since: Instant | null;
  readonly evidence: Evidence;
  readonly validation: Validation;
  readonly triggers: readonly Trigger[];
  /** A trigger is near. */
  readonly downgrade_watch: boolean;
  /** What judging would change now. */
  readonly pending_transition: Step | null;
  readonly trade_limit_today: TradeLimit;
  /** The most that one position may come to, in this currency; 0 on paper. */
  readonly position_size: DecimalText;
  readonly currency: string;
}

export interface Ground {
  readonly progress: Pick<PhaseProgress, 'phase' | 'since' | 'stay'>;
  readonly settings: Settings;
  readonly trades: readonly Trade[];
  /** All accounts in the currency of the settings together; null where nobody has said how large they are. */
  readonly capital: DecimalText | null;
  readonly clockOf: ClockOf;
}

export function standingOf(ground: Ground, now: Instant): Standing {
  const { progress, settings, trades, capital, clockOf } = ground;
  const { phase, since } = progress;
  const evidence = evidenceOf(trades, progress, { currency: settings.currency, capital }, clockOf);
  const triggers = triggersOf(evidence, settings[phase].downgrade_triggers);
  const trade_limit_today = tradeLimitOf(phase, settings, trades, now);
  return {
    current_phase: phase,
    since,
    evidence,
    validation: validationOf(phase, settings, evidence),
    triggers,
    downgrade_watch: triggers.some(({ near }) => near),
    pending_transition: earnedStep(phase, settings, evidence),
    trade_limit_today,
    position_size: sizeOn(trade_limit_today.date, ground),
    currency: settings.currency,
  };
}

/** What a verdict has to know of a phase: no limit and no real money are said as such. */
export function termsOf({ current_phase, trade_limit_today, position_size, currency }: Standing) {
  const { trades_executed, limit, next_allowed_trade } = trade_limit_today;
  return {
    name: phaseNames[current_phase],
    paper_only: current_phase === FIRST_PHASE,
    trades_executed,
    trades_limit: limit === NO_TRADE_LIMIT ? null : limit,
    next_allowed_trade,
    position_size,
    currency,
  };
}

type Left = Pick<Transition, 'from_phase' | 'metrics_snapshot'>;

/** What a phase had come to allow when it was left; null where it has one size only. */
export function sizeWhenLeft({ from_phase, metrics_snapshot }: Left, at: Instant, ground: Ground): DecimalText | null {
  const { position_size_min, position_size_max } = ground.settings[from_phase];
  if (position_size_min === position_size_max) return null;
  const { day } = exchangeSessionOf(at, ground.settings);
  return sizeOn(day, { ...ground, progress: { phase: from_phase, since: metrics_snapshot.since, stay: metrics_snapshot.stay } });
}

/** Of a trading day, as the phase and the days before it have it. */
export function sizeOn(day: Day, { progress: { phase, since }, settings, trades, clockOf }: Ground): DecimalText {
  return positionSizeOn(day, settings[phase], dayResults(resultsSince(trades, since, clockOf), settings.currency));
}
