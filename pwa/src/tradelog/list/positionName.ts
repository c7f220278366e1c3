import type { PositionRow } from '@taffrail/replica';
import type { Formats } from '@taffrail/ui';
import { position as words, strategyNames } from '../../words/index.ts';

/** One among others, where a line is all there is. */
export function positionName({ symbol, strategy, status, opened_day, created_at }: PositionRow, formats: Formats): string {
  return `${symbol} · ${strategyNames[strategy]} · ${words.statuses[status]} · ${formats.day(opened_day ?? created_at.slice(0, 10))}`;
}
