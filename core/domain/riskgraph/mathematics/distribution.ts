import { cumulative, quantile } from './normal.ts';
import { type Outlook, expectedSpot } from './outlook.ts';

/** Where the price may be on a day. All of it lies above zero. */
export interface Distribution {
  /** The probability of a price of at most this. */
  readonly below: (spot: number) => number;
  /** The price expected, counted only where it is at most this: over all prices, the mean. */
  readonly expectedBelow: (spot: number) => number;
  /** The price that this probability lies below. */
  readonly quantile: (probability: number) => number;
}

/** One volatility for all prices: the distribution of Black and Scholes. */
export function lognormal(outlook: Outlook): Distribution {
  const mean = expectedSpot(outlook);
  const spread = outlook.volatility * Math.sqrt(Math.max(outlook.years, 0));
  if (!(spread > 0)) return certainly(mean);
  const distance = (spot: number): number => (spot > 0 ? Math.log(spot / mean) / spread : -Infinity);
  return {
    below: (spot) => cumulative(distance(spot) + spread / 2),
    expectedBelow: (spot) => mean * cumulative(distance(spot) - spread / 2),
    quantile: (probability) => mean * Math.exp(spread * (quantile(probability) - spread / 2)),
  };
}

function certainly(mean: number): Distribution {
  return {
    below: (spot) => Number(spot >= mean),
    expectedBelow: (spot) => (spot >= mean ? mean : 0),
    quantile: () => mean,
  };
}
