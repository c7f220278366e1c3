import { OPTION_MULTIPLIER, usualMultiplier, type DecimalText } from '@taffrail/domain/kernel';
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
  const terms = { instrument_type: 'option', right: 'call', exercise: null, expiry: null, strike: null } as const;
  const empty = { ...terms, multiplier: OPTION_MULTIPLIER };
  return { ...withVolatility(last ?? { ...empty, id, quantity: '1' }, undefined), id, quantity: '1' };
}

export function withVolatility({ volatility: _, ...leg }: DraftLeg, volatility: DecimalText | undefined): DraftLeg {
  return volatility === undefined ? leg : { ...leg, volatility };
}

export type Kind = 'call' | 'put' | 'stock' | 'future';

export function ofKind(leg: DraftLeg, kind: Kind, symbol: string): DraftLeg {
  if (kind === 'call' || kind === 'put') return { ...leg, instrument_type: 'option', right: kind, multiplier: OPTION_MULTIPLIER };
  const multiplier = usualMultiplier(kind, symbol);
  const plain = { ...withVolatility(leg, undefined), instrument_type: kind, right: null, strike: null, exercise: null, multiplier };
  return kind === 'stock' ? { ...plain, expiry: null } : plain;
}
