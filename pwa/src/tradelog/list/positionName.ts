import type { PositionRow } from '@taffrail/replica';
import type { Formats } from '@taffrail/ui';
import { structureName } from '../../app/index.ts';
import { position as words, strategyNames } from '../../words/index.ts';
import { statusOf } from '../result.ts';

/** One among others, where a line is all there is. */
export function positionName(row: PositionRow, formats: Formats): string {
  const { symbol, strategy, structure, opened_day, created_at } = row;
  const what = [symbol, strategyNames[strategy], structureName(structure, formats)].filter(Boolean);
  return [...what, words.statuses[statusOf(row)], formats.day(opened_day ?? created_at.slice(0, 10))].join(' · ');
}
