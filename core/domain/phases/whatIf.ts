import type { DecimalText, Id, Instant } from '../kernel/index.ts';
import { exchangeSessionOf } from './session.ts';
import { type Ground, type Standing, sizeOn, standingOf } from './standing.ts';
import type { Trade } from './trade.ts';

/** A trade that might still be made today. */
export interface Ending {
  readonly account_id: Id;
  readonly net: DecimalText;
  readonly r_multiple: DecimalText | null;
}

export interface Outcome {
  /** If the phase stayed: what each figure would be, and the step that would follow. */
  readonly standing: Standing;
  readonly next_session_starts_at: Instant;
  /** After that step, if there is one. */
  readonly next_position_size: DecimalText;
}

/** What would be, if today ended like this. The endings come about in their order, after everything that has. */
export function whatIf(ground: Ground, endings: readonly Ending[], now: Instant): Outcome {
  const imagined = { ...ground, trades: [...ground.trades, ...endings.map((ending, place) => tradeOf(ending, place, ground, now))] };
  const standing = standingOf(imagined, now);
  const session = exchangeSessionOf(now, ground.settings);
  const step = standing.pending_transition;
  const after =
    step === null ? imagined : { ...imagined, progress: { phase: step.to_phase, since: session.ends_at, stay: ground.progress.stay + 1 } };
  return { standing, next_session_starts_at: session.ends_at, next_position_size: sizeOn(session.next_day, after) };
}

function tradeOf(ending: Ending, place: number, { settings: { currency } }: Ground, now: Instant): Trade {
  // Beyond every id that is an id: what is imagined comes last where something closes at this very moment.
  return { ...ending, position_id: `imagined-${String(place).padStart(6, '0')}`, opened_at: now, closed_at: now, currency };
}
