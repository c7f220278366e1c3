import type { DecimalText } from '@taffrail/domain/kernel';
import type { AdvancementCriteria, DowngradeTriggers } from '@taffrail/domain/phases';
import type { Formats } from '@taffrail/ui';

type Print = (text: DecimalText, formats: Formats) => string;

const count: Print = (text, formats) => formats.quantity(text);
const share: Print = (text, formats) => formats.share(text);
const percent: Print = (text, formats) => formats.percent(text);

/** How each figure of a phase is written. */
export const printed: { readonly [Key in keyof (AdvancementCriteria & DowngradeTriggers)]: Print } = {
  min_sessions: count,
  min_profitable_sessions: count,
  min_trades: count,
  min_win_rate: share,
  min_avg_rr: (text, formats) => formats.ratio(text),
  max_drawdown_pct: percent,
  consecutive_losses: count,
  rolling_win_rate_min: share,
  max_daily_loss_pct: percent,
};
