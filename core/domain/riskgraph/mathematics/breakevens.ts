import { at } from './places.ts';
import type { Profile } from './profile.ts';
import { rootBetween } from './root.ts';

/** The prices at which the result is nothing, from the lowest; of a stretch of prices its ends. */
export function breakevensOf(profile: Profile): readonly number[] {
  return crossingsOf(profile, 0);
}

/** The prices at which the result is this much. Between two places straight lines are solved as such, curves within the bracket. */
export function crossingsOf(profile: Profile, target: number): readonly number[] {
  const { spots, slopeBelow, slopeAbove, floor } = profile;
  const last = spots.length - 1;
  const heights = profile.results.map((result) => (Math.abs(result - target) <= profile.tolerance ? 0 : result - target));
  const found: number[] = [];
  const first = at(spots, 0) - at(heights, 0) / slopeBelow;
  if (first < at(spots, 0) && first > floor) found.push(first);
  for (let i = 0; i <= last; i++) {
    if (at(heights, i) === 0) {
      if (isEnd(i, heights, profile)) found.push(at(spots, i));
    } else if (i < last && at(heights, i) * at(heights, i + 1) < 0) found.push(crossing(i, heights, profile, target));
  }
  const beyond = at(spots, last) - at(heights, last) / slopeAbove;
  if (beyond > at(spots, last) && beyond < Infinity) found.push(beyond);
  return found;
}

/** Inside a stretch, or where one goes on for ever, nothing changes. */
function isEnd(place: number, heights: Float64Array, { spots, slopeBelow, slopeAbove, floor }: Profile): boolean {
  const staysBelow = place === 0 ? slopeBelow === 0 || at(spots, 0) <= floor : at(heights, place - 1) === 0;
  const staysAbove = place === heights.length - 1 ? slopeAbove === 0 : at(heights, place + 1) === 0;
  return !(staysBelow && staysAbove);
}

function crossing(place: number, heights: Float64Array, { spots, isStraight, resultAt }: Profile, target: number): number {
  const [from, to] = [at(spots, place), at(spots, place + 1)];
  const [here, there] = [at(heights, place), at(heights, place + 1)];
  if (isStraight) return from - (here * (to - from)) / (there - here);
  return rootBetween((spot) => resultAt(spot) - target, from, to);
}
