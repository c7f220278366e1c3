import { crossingsOf } from './breakevens.ts';
import type { Distribution } from './distribution.ts';
import { at } from './places.ts';
import type { Profile } from './profile.ts';

/** How likely a profit is: the probabilities of the stretches between breakevens in which there is one. */
export function probabilityOfProfit(profile: Profile, distribution: Distribution): number {
  return probabilityOfMoreThan(profile, distribution, 0);
}

export function probabilityOfMoreThan(profile: Profile, distribution: Distribution, target: number): number {
  const ends = [0, ...crossingsOf(profile, target).filter((spot) => spot > 0), Infinity];
  return stretches(ends).reduce((sum, [from, to]) => {
    const isMore = profile.resultAt(inside(from, to)) > target + profile.tolerance;
    return isMore ? sum + probabilityBetween(distribution, from, to) : sum;
  }, 0);
}

/** What to expect on average; a curve counts as straight between its places. */
export function expectedResult(profile: Profile, distribution: Distribution): number {
  return linesOf(profile).reduce((sum, line) => sum + expectedOf(line, line.from, line.to, distribution), 0);
}

export interface TailLoss {
  /** What is not lost with this confidence, as a positive amount. */
  readonly valueAtRisk: number;
  /** What is lost on average in the cases beyond. */
  readonly conditionalValueAtRisk: number;
}

/** The worst results, as many as the confidence leaves. A result of many prices at once may hold more than that; then only a share of it counts. */
export function tailLoss(profile: Profile, distribution: Distribution, confidence: number): TailLoss {
  const share = 1 - confidence;
  const lines = linesOf(profile);
  const worst = quantileOf(lines, distribution, share);
  const beyond = atMost(lines, distribution, worst - profile.tolerance);
  const average = (beyond.expected + worst * (share - beyond.probability)) / share;
  return { valueAtRisk: 0 - worst, conditionalValueAtRisk: 0 - average };
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly slope: number;
  /** What the line would give at a price of zero. */
  readonly start: number;
}

/** The profile in pieces, from zero to infinity: distributions have nothing below. */
function linesOf({ spots, results, slopeBelow, slopeAbove }: Profile): readonly Line[] {
  const through = (place: number, slope: number, from: number, to: number): Line => ({
    from,
    to,
    slope,
    start: at(results, place) - slope * at(spots, place),
  });
  const lines = [through(0, slopeBelow, 0, at(spots, 0))];
  for (let i = 1; i < spots.length; i++) {
    const [from, to] = [at(spots, i - 1), at(spots, i)];
    lines.push(through(i, (at(results, i) - at(results, i - 1)) / (to - from), from, to));
  }
  lines.push(through(spots.length - 1, slopeAbove, at(spots, spots.length - 1), Infinity));
  return lines.map((line) => ({ ...line, from: Math.max(line.from, 0) })).filter(({ from, to }) => to > from);
}

function expectedOf({ start, slope }: Line, from: number, to: number, distribution: Distribution): number {
  const price = slope === 0 ? 0 : distribution.expectedBelow(to) - distribution.expectedBelow(from);
  return start * probabilityBetween(distribution, from, to) + slope * price;
}

/** How likely a result of at most this is, and the results of such cases, weighed by their probability. */
function atMost(lines: readonly Line[], distribution: Distribution, most: number): { probability: number; expected: number } {
  const sum = { probability: 0, expected: 0 };
  for (const line of lines) {
    const [from, to] = partAtMost(line, most);
    if (to > from) {
      sum.probability += probabilityBetween(distribution, from, to);
      sum.expected += expectedOf(line, from, to, distribution);
    }
  }
  return sum;
}

function partAtMost({ from, to, slope, start }: Line, most: number): readonly [number, number] {
  if (slope === 0) return start <= most ? [from, to] : [from, from];
  const met = (most - start) / slope;
  return slope > 0 ? [from, Math.min(to, met)] : [Math.max(from, met), to];
}

/** Halved until neighbours: how likely at most a result is rises with it, in steps where many prices give the same. */
function quantileOf(lines: readonly Line[], distribution: Distribution, share: number): number {
  const likely = [distribution.quantile(EDGE), distribution.quantile(1 - EDGE)];
  const ends = lines.flatMap(({ from, to, slope, start }) =>
    [from, to, ...likely].filter(Number.isFinite).map((spot) => start + slope * within(spot, from, to)),
  );
  let low = ends.reduce((least, result) => Math.min(least, result), Infinity);
  let high = ends.reduce((most, result) => Math.max(most, result), -Infinity);
  if (atMost(lines, distribution, low).probability >= share) return low;
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (atMost(lines, distribution, middle).probability >= share) high = middle;
    else low = middle;
  }
  return high;
}

const within = (spot: number, from: number, to: number): number => Math.min(Math.max(spot, from), to);

function probabilityBetween(distribution: Distribution, from: number, to: number): number {
  return distribution.below(to) - (from > 0 ? distribution.below(from) : 0);
}

function stretches(ends: readonly number[]): readonly (readonly [number, number])[] {
  return ends.slice(1).map((to, i) => [ends[i] ?? 0, to]);
}

const inside = (from: number, to: number): number => (to === Infinity ? 2 * from + 1 : (from + to) / 2);

const EDGE = 1e-12;
const HALVINGS = 60;
