import { NO_TRADE_LIMIT, type Phase, type Settings } from '@taffrail/domain/phases';
import type { Formats } from '@taffrail/ui';
import { phases as words } from '../../words/index.ts';

/** What a phase allows, each in a few words. */
export function termsOf(phase: Phase, settings: Settings, formats: Formats): readonly string[] {
  const { max_trades_per_day, position_size_min: least, position_size_max: most } = settings[phase];
  const amount = (text: string) => formats.amount(text, settings.currency, { currency: true });
  const size = least === most ? amount(most) : words.sizeRange(amount(least), amount(most));
  const isPaper = most === '0';
  return [isPaper ? words.onPaper : size, ...(max_trades_per_day === NO_TRADE_LIMIT ? [] : [words.tradesADay(max_trades_per_day)])];
}
