import { type DecimalText, add, compare, counted, decimal, decimalFromInteger, decimalText, multiply } from '../kernel/index.ts';
import type { Evidence } from './evidence.ts';
import { ROLLING_TRADES } from './limits.ts';
import type { DowngradeTriggers } from './settings.ts';

/** One thing that leads back a phase: how far off it is. */
export interface Trigger {
  readonly key: keyof DowngradeTriggers;
  /** Null where nothing is known yet. */
  readonly figure: DecimalText | null;
  readonly limit: DecimalText;
  readonly fired: boolean;
  /** Not fired, and little is missing. */
  readonly near: boolean;
  readonly sentence: string;
}

export function triggersOf(evidence: Evidence, triggers: DowngradeTriggers | null): readonly Trigger[] {
  if (triggers === null) return [];
  return [
    losses(evidence.consecutive_losses, triggers.consecutive_losses),
    winRate(evidence.rolling_win_rate, triggers.rolling_win_rate_min),
    dailyLoss(evidence, triggers.max_daily_loss_pct),
  ];
}

/** Near when one more loss would do. */
function losses(count: number, limit: number): Trigger {
  const fired = count >= limit;
  return {
    key: 'consecutive_losses',
    figure: text(count),
    limit: text(limit),
    fired,
    near: !fired && count > 0 && count + 1 >= limit,
    sentence: `${counted(count, 'loss', 'losses')} in a row; ${limit} lead back a phase.`,
  };
}

/** One loss in a window of 20 moves it by so much: near when one more could do. */
const ONE_TRADE = decimal('0.05');

function winRate(figure: DecimalText | null, limit: DecimalText): Trigger {
  const key = 'rolling_win_rate_min';
  if (figure === null) {
    const sentence = `The win rate is judged once ${ROLLING_TRADES} trades of this phase are closed; below ${limit} leads back a phase.`;
    return { key, figure, limit, fired: false, near: false, sentence };
  }
  const fired = compare(decimal(figure), decimal(limit)) < 0;
  const near = !fired && compare(decimal(figure), add(decimal(limit), ONE_TRADE)) < 0;
  const sentence = `The win rate of the latest ${ROLLING_TRADES} trades is ${figure}; below ${limit} leads back a phase.`;
  return { key, figure, limit, fired, near, sentence };
}

const MOST_OF_IT = decimal('0.8');

/** Any day of the phase fires it, so that a late correction does; near is what the latest day lost, from four fifths of the limit. */
function dailyLoss({ worst_day_loss_pct, latest_day_loss_pct }: Evidence, limit: DecimalText): Trigger {
  const key = 'max_daily_loss_pct';
  if (worst_day_loss_pct === null || latest_day_loss_pct === null) {
    const sentence = `Losing more than ${limit} % of the capital on a day leads back a phase; say in the trading rules how large the accounts are.`;
    return { key, figure: null, limit, fired: false, near: false, sentence };
  }
  const fired = compare(decimal(worst_day_loss_pct), decimal(limit)) > 0;
  const near = !fired && compare(decimal(latest_day_loss_pct), multiply(decimal(limit), MOST_OF_IT)) >= 0;
  const sentence = `The worst day lost ${worst_day_loss_pct} % of the capital, the latest ${latest_day_loss_pct} %; more than ${limit} % leads back a phase.`;
  return { key, figure: worst_day_loss_pct, limit, fired, near, sentence };
}

const text = (n: number): DecimalText => decimalText(decimalFromInteger(n));
