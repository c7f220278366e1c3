import { extremesOf } from './extremes.ts';
import { firstExpiry, greeksOf } from './leg.ts';
import type { Market } from './market.ts';
import type { Outlook } from './outlook.ts';
import { at } from './places.ts';
import { type Combination, profileOf } from './profile.ts';

/** How likely half of the most that can be gained at the first expiry is in hand at some moment until then; null where there is no most, or no gain. */
export function p50(combination: Combination, market: Market, outlook: Omit<Outlook, 'years'>): number | null {
  const years = firstExpiry(combination.legs);
  if (years === undefined) return null;
  const { maxProfit } = extremesOf(profileOf(combination, market, { yearsAhead: years, volatilityShift: 0 }));
  if (maxProfit === Infinity || maxProfit <= 0) return null;
  return reachProbability(combination, market, { ...outlook, years }, maxProfit / 2);
}

/**
 * How likely the result is at least the target at some moment until the day. Known on the day itself, the probability is carried backwards over a grid of
 * prices by implicit steps, which stay between nothing and certainty however long they are; where the target is met it is certain.
 */
export function reachProbability(combination: Combination, market: Market, outlook: Outlook, target: number): number {
  const spread = outlook.volatility * Math.sqrt(Math.max(outlook.years, 0));
  const growth = (outlook.drift - (outlook.volatility * outlook.volatility) / 2) * Math.max(outlook.years, 0);
  const step = (WIDTHS * Math.max(spread, LEAST_SPREAD) + Math.abs(growth)) / HALF;
  const spots = Float64Array.from({ length: 2 * HALF + 1 }, (_, i) => outlook.spot * Math.exp((i - HALF) * step));
  const missingAt = (yearsAhead: number): Float64Array => {
    const { value } = greeksOf(combination.legs, market, { yearsAhead, volatilityShift: 0 }, spots);
    return value.map((worth) => target + combination.cost - worth);
  };

  let chances: Float64Array = missingAt(Math.max(outlook.years, 0)).map((missing) => Number(missing <= 0));
  for (let k = 1; k <= STEPS; k++) {
    // Short steps at the end, where what options are worth changes fastest.
    const [before, after] = [(k / STEPS) ** 2, ((k - 1) / STEPS) ** 2];
    const share = before - after;
    const missing = missingAt(Math.max(outlook.years, 0) * (1 - before));
    chances = earlier(chances, missing, step, spread * spread * share, growth * share);
  }
  return at(chances, HALF);
}

/** One step back, by elimination from the lowest price up and substitution down again. */
function earlier(later: Float64Array, missing: Float64Array, step: number, variance: number, growth: number): Float64Array {
  const last = later.length - 1;
  const [factors, chances] = [new Float64Array(later.length), new Float64Array(later.length)];
  for (let i = 0; i <= last; i++) {
    if (at(missing, i) <= 0) chances[i] = 1;
    else if (i === 0 || i === last) chances[i] = at(later, i);
    else {
      const [down, up] = [step * distanceTo(i - 1, i, missing), step * distanceTo(i + 1, i, missing)];
      const [fromBelow, fromAbove] = flows(down, up, variance, growth);
      const pivot = 1 + fromBelow * (1 - at(factors, i - 1)) + fromAbove;
      factors[i] = fromAbove / pivot;
      chances[i] = (at(later, i) + fromBelow * at(chances, i - 1)) / pivot;
    }
  }
  for (let i = last - 1; i > 0; i--) chances[i] = at(chances, i) + at(factors, i) * at(chances, i + 1);
  return chances;
}

/** How much a place takes from each neighbour in one step: growth counts from both, and from ahead alone where there is too little chance to carry it. */
function flows(down: number, up: number, variance: number, growth: number): readonly [number, number] {
  const fromBelow = (variance - growth * up) / (down * (down + up));
  const fromAbove = (variance + growth * down) / (up * (down + up));
  if (fromBelow < 0) return [0, growth / up];
  return fromAbove < 0 ? [-growth / down, 0] : [fromBelow, fromAbove];
}

/** Where the target is met next door, it is met from somewhere between on, and that much nearer. */
function distanceTo(neighbour: number, place: number, missing: Float64Array): number {
  const [here, there] = [at(missing, place), at(missing, neighbour)];
  return there > 0 ? 1 : Math.max(here / (here - there), NEAREST);
}

const WIDTHS = 6;
const HALF = 150;
const STEPS = 120;
const NEAREST = 1e-3;
const LEAST_SPREAD = 1e-6;
