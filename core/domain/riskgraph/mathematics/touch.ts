import { cumulative } from './normal.ts';
import type { Outlook } from './outlook.ts';

/** How likely the price is to be at a level at some moment until the day, by the reflection of the paths that have been there. */
export function touchProbability({ spot, drift, volatility, years }: Outlook, level: number): number {
  if (!(spot > 0) || !(level > 0)) return 0;
  const distance = Math.log(level / spot);
  if (distance === 0) return 1;
  const side = Math.sign(distance);
  const spread = volatility * Math.sqrt(Math.max(years, 0));
  const growth = (drift - (volatility * volatility) / 2) * Math.max(years, 0);
  if (!(spread > 0)) return Number(side * (growth - distance) >= 0);
  const arrived = cumulative((side * (growth - distance)) / spread);
  const turned = cumulative((-side * (growth + distance)) / spread);
  // Where the paths that turned back are out of reach, the weight they would have had may be too large to be a number.
  return Math.min(arrived + (turned > 0 ? Math.exp((2 * growth * distance) / (spread * spread)) * turned : 0), 1);
}
