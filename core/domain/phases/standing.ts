import type { Day, DecimalText, Instant } from '../kernel/index.ts';
import { type Step, type Validation, earnedStep, validationOf } from './advance.ts';
import { type Trigger, triggersOf } from './downgrade.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { Phase } from './phase.ts';
import type { PhaseProgress } from './progress.ts';
import { positionSizeOn } from './scaling.ts';
import type { Settings } from './settings.ts';
import { type TradeLimit, tradeLimitOf } from './tradeLimit.ts';
import { type ClockOf, type Trade, dayResults, resultsSince } from './trade.ts';

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
  /** The most that one position may come to, in the currency of the settings; 0 on paper. */
  readonly position_size: DecimalText;
}

export interface Ground {
  readonly progress: Pick<PhaseProgress, 'phase' | 'since' | 'stay'>;
  readonly settings: Settings;
  readonly trades: readonly Trade[];
  readonly clockOf: ClockOf;
}

export function standingOf(ground: Ground, now: Instant): Standing {
  const { progress, settings, trades, clockOf } = ground;
  const { phase, since } = progress;
  const evidence = evidenceOf(trades, progress, settings, clockOf);
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
  };
}

/** Of a trading day, as the phase and the days before it have it. */
export function sizeOn(day: Day, { progress: { phase, since }, settings, trades, clockOf }: Ground): DecimalText {
  return positionSizeOn(day, settings[phase], dayResults(resultsSince(trades, since, clockOf), settings.currency));
}
