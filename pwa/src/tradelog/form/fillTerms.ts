import type { DecimalText, Instant } from '@taffrail/domain/kernel';

/** What whatever happens to a position has beside its price and quantity. */
export interface FillTerms {
  readonly fees: DecimalText | undefined;
  /** Undefined stands for the moment of saving. */
  readonly occurred_at: Instant | undefined;
}

/** As a command takes them: what nobody said is not in it. */
export const feesIn = ({ fees }: Pick<FillTerms, 'fees'>) => (fees === undefined ? {} : { fees });
export const momentIn = ({ occurred_at }: Pick<FillTerms, 'occurred_at'>) => (occurred_at === undefined ? {} : { occurred_at });

/** The fees of a whole trade stand with its first fill. */
export function withFees<Fill extends object>(fills: readonly Fill[], terms: Pick<FillTerms, 'fees'>): readonly Fill[] {
  return fills.map((fill, place) => (place === 0 ? { ...fill, ...feesIn(terms) } : fill));
}
