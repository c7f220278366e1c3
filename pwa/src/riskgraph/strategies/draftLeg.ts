import type { DecimalText } from '@taffrail/domain/kernel';
import type { StrategyLeg } from '@taffrail/domain/riskgraph';

/** A leg being written down. */
export type DraftLeg = Omit<StrategyLeg, 'quantity' | 'multiplier'> & {
  readonly quantity: DecimalText | undefined;
  readonly multiplier: DecimalText | undefined;
};

export const isFilledIn = ({ instrument_type, quantity, strike, expiry, multiplier }: DraftLeg): boolean =>
  quantity !== undefined &&
  multiplier !== undefined &&
  (instrument_type === 'stock' || expiry !== null) &&
  (instrument_type !== 'option' || strike !== null);

/** Most legs are like the one before. */
export function nextLeg(legs: readonly DraftLeg[], id: string): DraftLeg {
  const last = legs.at(-1);
  const empty = { instrument_type: 'option', right: 'call', exercise: null, expiry: null, strike: null, multiplier: '100' } as const;
  return { ...(last ?? empty), id, quantity: '1' };
}
