/** What legs share. Rates are continuous and a year; they may be negative. */
export interface Market {
  readonly rate: number;
  /** What holding the underlying pays; a future pays nothing and costs nothing, so for one this is left unread. */
  readonly dividendYield: number;
  /** What the price of the graph is: of something that is paid for and held, or of a future (Black's model of 1976). */
  readonly follows: 'spot' | 'future';
}

/** A future is as if its underlying paid the rate: its price is expected to stay. */
export function yieldOf(market: Market): number {
  return market.follows === 'future' ? market.rate : market.dividendYield;
}
