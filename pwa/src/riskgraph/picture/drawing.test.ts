import type { Strategy, StrategyLeg } from '@taffrail/domain/riskgraph';
import { describe, expect, test } from 'vitest';
import { chancesOf } from './chances.ts';
import { endingOf, readAt, resultAt, resultsOn } from './drawing.ts';
import { legFigures, scenariosOf } from './figures.ts';
import { heldOf } from './held.ts';
import { rangeOf } from './range.ts';

const now = '2026-03-10T20:00:00.000Z';
const view = { underlying: 'SPX', follows: 'spot', spot: '6000', volatility: '0.15', rate: '0', dividend_yield: '0', skew: null } as const;
let made = 0;
const option = (right: 'call' | 'put', strike: number, quantity: number): StrategyLeg => ({
  id: String(++made),
  instrument_type: 'option',
  expiry: '2026-04-17',
  strike: String(strike),
  right,
  exercise: 'european',
  quantity: String(quantity),
  multiplier: '100',
});
const about = {
  symbol: 'SPX',
  underlying: 'SPX',
  visible: true,
  color: null,
  label: null,
  position_id: null,
  template_id: null,
  added_at: now,
  removed_at: null,
  versions: [],
};
const condor: Strategy = {
  ...about,
  id: 'condor',
  debit: '-12',
  legs: [option('put', 5900, 1), option('put', 5950, -1), option('call', 6050, -1), option('call', 6100, 1)],
};
const call: Strategy = { ...about, id: 'call', debit: null, legs: [option('call', 6000, 1)] };
const start = { spot: 6000, days: 0, volatilityShift: 0 };

describe('the picture of an iron condor', () => {
  const range = rangeOf([condor], view, now);
  const held = heldOf([condor], view, now);
  const ending = endingOf(held, range, 0);

  test('goes to every strike and beyond, with each of them a place', () => {
    expect(range.low).toBeLessThan(5900);
    expect(range.high).toBeGreaterThan(6100);
    expect(range.days).toBeCloseTo(38, 1);
    for (const { strike } of condor.legs) expect(ending.spots).toContain(Number(strike));
  });

  test('has at expiry its most between, its least outside, and nothing at its breakevens', () => {
    expect(ending.results[ending.spots.indexOf(5950)]).toBeCloseTo(1200, 6);
    expect(ending.results[ending.spots.indexOf(5900)]).toBeCloseTo(-3800, 6);
    expect(ending.breakevens).toEqual([5938, 6062]);
    expect(ending.extremes).toEqual({ maxProfit: 1200, maxLoss: 3800 });
  });

  test('comes to the same on its last day, at whichever price', () => {
    const onDay = resultsOn(held, ending.spots, { days: range.days, volatilityShift: 0 });
    for (const [place, result] of onDay.entries()) expect(result).toBeCloseTo(ending.results[place]!, 6);
  });

  test('is read between its places, and beyond its ends as at them', () => {
    expect(readAt(5938, ending.spots, ending.results)).toBeCloseTo(0, 6);
    expect(readAt(6000, ending.spots, ending.results)).toBeCloseTo(1200, 6);
    expect(readAt(range.high, ending.spots, ending.results)).toBeCloseTo(-3800, 6);
  });
});

describe('several strategies', () => {
  const range = rangeOf([condor, call], view, now);
  const held = heldOf([condor, call], view, now);
  const both = endingOf(held, range, 0);

  test('are added up, and each has a line of its own', () => {
    expect(both.lines.map(({ id }) => id)).toEqual(['condor', 'call']);
    for (const [place, result] of both.results.entries()) {
      expect(result).toBeCloseTo(both.lines[0]!.results[place]! + both.lines[1]!.results[place]!, 6);
    }
  });

  test('without a price gain nothing as things stand', () => {
    expect(resultAt(heldOf([call], view, now), start)).toBeCloseTo(0, 8);
  });

  test('have figures of every leg, which add up to how the result changes', () => {
    const legs = legFigures(held, start);
    expect(legs.map(({ strategyId, place }) => `${strategyId} ${place}`)).toEqual([
      'condor 0',
      'condor 1',
      'condor 2',
      'condor 3',
      'call 0',
    ]);
    const delta = legs.reduce((sum, { greeks }) => sum + greeks[1]!, 0);
    const [[low], [high]] = scenariosOf(held, [5999, 6001], [start]) as [[number], [number]];
    expect((high - low) / 2).toBeCloseTo(delta, 2);
  });
});

test('each leg says what it is priced with, and by whom', () => {
  const legs = [{ ...option('put', 5900, 1), volatility: '0.21' }, option('call', 6100, -1)];
  const bent = { ...view, skew: { slope: '-0.3', curvature: '0' } };
  const mixed = (seen: typeof view | typeof bent) =>
    legFigures(heldOf([{ ...condor, legs }], seen, now), { ...start, volatilityShift: 0.02 });
  expect(mixed(view).map(({ volatility }) => [volatility!.from, Number(volatility!.volatility.toFixed(4))])).toEqual([
    ['leg', 0.23],
    ['market', 0.17],
  ]);
  const [own, skewed] = mixed(bent);
  expect([own!.volatility!.from, skewed!.volatility!.from]).toEqual(['leg', 'skew']);
  expect(skewed!.volatility!.volatility).toBeLessThan(0.17);
});

test('nothing shown is nothing drawn', () => {
  const held = heldOf([], view, now);
  const nothing = endingOf(held, rangeOf([], view, now), 0);
  expect([resultAt(held, start), nothing.breakevens.length, nothing.days]).toEqual([0, 0, 0]);
  expect(Math.max(...nothing.results)).toBe(0);
});

test('chances are of the first expiry, and grow with the day', () => {
  const held = heldOf([condor], view, now);
  const [early, late] = [chancesOf(held, start), chancesOf(held, { ...start, days: 37 })];
  expect(early.profit).toBeGreaterThan(0.1);
  // 1.32 deviations to either side, with a day to go.
  expect(late.profit).toBeCloseTo(0.812, 2);
  expect(early.half).toBeGreaterThan(early.profit);
  expect(early.touches).toHaveLength(2);
  expect(early.valueAtRisk).toBeCloseTo(3800, 6);
});

test('between breakevens there is all gain or all loss, and somewhere the price ends', () => {
  const { stretches, profit } = chancesOf(heldOf([condor], view, now), start);
  expect(stretches.map(({ gains }) => gains)).toEqual([false, true, false]);
  expect(stretches[1]!.chance).toBeCloseTo(profit, 12);
  expect(stretches.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
});

test('a skew that is no distribution is told, and one volatility stands for it', () => {
  const wild = { ...view, skew: { slope: '5', curvature: '0' } };
  expect(chancesOf(heldOf([condor], wild, now), start)).toMatchObject({ isFlat: true });
});
