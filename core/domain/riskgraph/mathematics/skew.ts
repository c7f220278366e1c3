import type { Distribution } from './distribution.ts';
import { cumulative, density } from './normal.ts';
import { type Outlook, expectedSpot } from './outlook.ts';
import { rootBetween } from './root.ts';

/** How volatility changes with the strike: by so much per unit of the logarithm of strike over the expected price, and per unit of its square. */
export interface Skew {
  readonly slope: number;
  readonly curvature: number;
}

/**
 * The distribution that options with this skew are priced by: a probability is how the price of a put changes with its strike (Breeden and Litzenberger,
 * 1978). None, where a probability would fall as the price rises: at such volatilities some butterfly costs less than nothing.
 */
export function skewed(outlook: Outlook, skew: Skew): Distribution | undefined {
  const rootYears = Math.sqrt(Math.max(outlook.years, 0));
  const mean = expectedSpot(outlook);
  const width = widthOf(outlook);
  if (!(width > 0)) return undefined;
  const smile = smileOf(outlook.volatility, skew, width);

  const partsAt = (moneyness: number) => {
    const { volatility, change } = smile(moneyness);
    const spread = volatility * rootYears;
    const d1 = spread / 2 - moneyness / spread;
    const d2 = d1 - spread;
    return {
      below: cumulative(-d2) + density(d2) * rootYears * change,
      expected: mean * (cumulative(-d1) + density(d1) * rootYears * change),
    };
  };
  const ladder = Array.from({ length: CHECKS + 1 }, (_, i) => ((2 * i) / CHECKS - 1) * CHECKED_WIDTHS * width);
  if (!ladder.every((moneyness) => smile(moneyness).volatility > 0)) return undefined;
  const probabilities = ladder.map((moneyness) => partsAt(moneyness).below);
  if (probabilities.some((probability, i) => probability < (probabilities[i - 1] ?? 0) - ROUNDING)) return undefined;

  const [lowest, highest] = [-CHECKED_WIDTHS * width, CHECKED_WIDTHS * width];
  return {
    below: (spot) => (spot > 0 ? partsAt(Math.log(spot / mean)).below : 0),
    expectedBelow: (spot) => (spot > 0 ? partsAt(Math.log(spot / mean)).expected : 0),
    quantile: (probability) => {
      const excess = (moneyness: number): number => partsAt(moneyness).below - probability;
      if (excess(lowest) >= 0) return 0;
      return excess(highest) <= 0 ? Infinity : mean * Math.exp(rootBetween(excess, lowest, highest));
    },
  };
}

/** What an option of this strike is priced at by the skew; undefined where the skew is no distribution, and so prices nothing. */
export function volatilityAt(strike: number, outlook: Outlook, skew: Skew): number | undefined {
  if (!(strike > 0) || skewed(outlook, skew) === undefined) return undefined;
  return smileOf(outlook.volatility, skew, widthOf(outlook))(Math.log(strike / expectedSpot(outlook))).volatility;
}

const widthOf = ({ volatility, years }: Outlook): number => FLAT_BEYOND * volatility * Math.sqrt(Math.max(years, 0));

/** Far from the money a parabola would run away, so its argument comes to rest there, smoothly: a corner would be a price with a probability of its own. */
function smileOf(atTheMoney: number, { slope, curvature }: Skew, width: number) {
  return (moneyness: number) => {
    const rest = Math.tanh(moneyness / width);
    const place = width * rest;
    return {
      volatility: atTheMoney + (slope + curvature * place) * place,
      change: (slope + 2 * curvature * place) * (1 - rest * rest),
    };
  };
}

/** In standard deviations. */
const FLAT_BEYOND = 3;
const CHECKED_WIDTHS = 4;
const CHECKS = 800;
const ROUNDING = 1e-12;
