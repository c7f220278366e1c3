import type { StrategyLeg } from '@taffrail/domain/riskgraph';
import type { Formats } from '@taffrail/ui';
import { riskgraph as words } from '../../words/index.ts';

/** A leg in a few words: +1 Call 6,150 17 Apr. */
export function legSaid({ quantity, instrument_type, right, strike, expiry }: StrategyLeg, formats: Formats): string {
  const kind = words.kinds[instrument_type === 'option' ? (right ?? 'call') : instrument_type];
  const what = [kind, strike && formats.quantity(strike), expiry && formats.dayInYear(expiry)].filter(Boolean).join(' ');
  return words.legSaid(`${quantity.startsWith('-') ? '' : '+'}${formats.quantity(quantity)}`, what);
}
