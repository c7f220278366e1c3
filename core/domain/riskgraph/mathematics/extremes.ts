import type { Profile } from './profile.ts';

export interface Extremes {
  /** Infinite where the price running one way never stops adding to it. */
  readonly maxProfit: number;
  /** What can be lost, as a positive amount. */
  readonly maxLoss: number;
}

/** Best and worst result. A spot price ends at zero; futures have shown that they do not. */
export function extremesOf({ results, slopeBelow, slopeAbove, floor }: Profile): Extremes {
  const below = floor === -Infinity ? -slopeBelow : 0;
  const most = results.reduce((best, result) => Math.max(best, result), -Infinity);
  const least = results.reduce((worst, result) => Math.min(worst, result), Infinity);
  return {
    maxProfit: slopeAbove > 0 || below > 0 ? Infinity : most,
    maxLoss: slopeAbove < 0 || below < 0 ? Infinity : 0 - least,
  };
}
