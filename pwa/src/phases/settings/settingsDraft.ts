import { decimal, decimalText, type DecimalText } from '@taffrail/domain/kernel';
import {
  type AdvancementCriteria,
  type DowngradeTriggers,
  NO_TRADE_LIMIT,
  type Phase,
  type PhaseSettings,
  phaseOrder,
  type Settings,
} from '@taffrail/domain/phases';

/** Figures are as they are typed, shares in percent; what is not there is undefined, and what phases make of it they say themselves. */
export interface SettingsDraft {
  readonly currency: string;
  readonly zone: string;
  readonly sessionStart: string | undefined;
  readonly phases: { readonly [P in Phase]: PhaseDraft };
}

type Figures<Name extends string> = { readonly [Key in Name]: DecimalText | undefined };

export interface PhaseDraft extends Figures<'trades' | 'least' | 'most'> {
  /** All empty: there are none. */
  readonly criteria: Figures<keyof AdvancementCriteria>;
  readonly triggers: Figures<keyof DowngradeTriggers>;
}

export function draftOf(settings: Settings): SettingsDraft {
  const { currency, zone, session_start } = settings;
  const phases = Object.fromEntries(phaseOrder.map((phase) => [phase, phaseDraft(settings[phase])]));
  return { currency, zone, sessionStart: session_start, phases: phases as SettingsDraft['phases'] };
}

function phaseDraft(settings: PhaseSettings): PhaseDraft {
  const { max_trades_per_day, position_size_min, position_size_max, advancement_criteria, downgrade_triggers } = settings;
  return {
    trades: max_trades_per_day === NO_TRADE_LIMIT ? undefined : String(max_trades_per_day),
    least: position_size_min,
    most: position_size_max,
    criteria: {
      min_sessions: textOf(advancement_criteria?.min_sessions),
      min_profitable_sessions: textOf(advancement_criteria?.min_profitable_sessions),
      min_trades: textOf(advancement_criteria?.min_trades),
      min_win_rate: inPercent(advancement_criteria?.min_win_rate),
      min_avg_rr: advancement_criteria?.min_avg_rr,
      max_drawdown_pct: advancement_criteria?.max_drawdown_pct ?? undefined,
    },
    triggers: {
      consecutive_losses: textOf(downgrade_triggers?.consecutive_losses),
      rolling_win_rate_min: inPercent(downgrade_triggers?.rolling_win_rate_min),
      max_daily_loss_pct: downgrade_triggers?.max_daily_loss_pct,
    },
  };
}

const textOf = (count: number | undefined): DecimalText | undefined => (count === undefined ? undefined : String(count));

function inPercent(fraction: DecimalText | undefined): DecimalText | undefined {
  if (fraction === undefined) return undefined;
  const { coefficient, scale } = decimal(fraction);
  return decimalText({ coefficient: coefficient * 100n, scale });
}

/** What is sent. It may not be all that phases ask for; whoever decides says what is missing, and where. */
export function settingsOf({ currency, zone, sessionStart, phases }: SettingsDraft) {
  return {
    currency,
    zone,
    session_start: sessionStart ?? '',
    experience: phaseOf(phases.experience),
    proof: phaseOf(phases.proof),
    trial: phaseOf(phases.trial),
    scaling: phaseOf(phases.scaling),
  };
}

function phaseOf({ trades, least, most, criteria, triggers }: PhaseDraft) {
  return {
    max_trades_per_day: trades === undefined ? NO_TRADE_LIMIT : Number(trades),
    position_size_min: least ?? '',
    position_size_max: most ?? '',
    advancement_criteria: isEmpty(criteria) ? null : criteriaOf(criteria),
    downgrade_triggers: isEmpty(triggers) ? null : triggersOf(triggers),
  };
}

const isEmpty = (figures: Figures<string>): boolean => Object.values(figures).every((figure) => figure === undefined);

function criteriaOf(criteria: PhaseDraft['criteria']) {
  return {
    min_sessions: countOf(criteria.min_sessions),
    min_profitable_sessions: countOf(criteria.min_profitable_sessions),
    min_trades: countOf(criteria.min_trades),
    min_win_rate: ofOne(criteria.min_win_rate),
    min_avg_rr: criteria.min_avg_rr ?? '',
    max_drawdown_pct: criteria.max_drawdown_pct ?? null,
  };
}

function triggersOf(triggers: PhaseDraft['triggers']) {
  return {
    consecutive_losses: triggers.consecutive_losses === undefined ? null : Number(triggers.consecutive_losses),
    rolling_win_rate_min: ofOne(triggers.rolling_win_rate_min),
    max_daily_loss_pct: triggers.max_daily_loss_pct ?? '',
  };
}

/** What nobody asks for is none of it. */
const countOf = (text: DecimalText | undefined): number => Number(text ?? '0');

function ofOne(percent: DecimalText | undefined): DecimalText {
  if (percent === undefined) return '';
  const { coefficient, scale } = decimal(percent);
  return decimalText({ coefficient, scale: scale + 2 });
}
