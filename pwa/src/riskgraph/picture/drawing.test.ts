import type { Strategy, StrategyLeg } from '@taffrail/domain/riskgraph';
import { describe, expect, test } from 'vitest';
import { chancesOf, draw, legFigures, rangeOf, scenariosOf } from './drawing.ts';

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
  const drawing = draw([condor], view, now, start, range);

  test('goes to every strike and beyond, with each of them a place', () => {
    expect(range.low).toBeLessThan(5900);
    expect(range.high).toBeGreaterThan(6100);
    expect(range.days).toBeCloseTo(38, 1);
    for (const { strike } of condor.legs) expect(drawing.spots).toContain(Number(strike));
  });

  test('has at expiry its most between, its least outside, and nothing at its breakevens', () => {
    expect(drawing.atExpiry[drawing.spots.indexOf(5950)]).toBeCloseTo(1200, 6);
    expect(drawing.atExpiry[drawing.spots.indexOf(5900)]).toBeCloseTo(-3800, 6);
    expect(drawing.breakevens).toEqual([5938, 6062]);
    expect(drawing.extremes).toEqual({ maxProfit: 1200, maxLoss: 3800 });
  });

  test('comes to the same on its last day, at whichever price', () => {
    const last = draw([condor], view, now, { ...start, days: range.days }, range);
    for (const [place, result] of last.onDay.entries()) expect(result).toBeCloseTo(last.atExpiry[place]!, 6);
  });
});

describe('several strategies', () => {
  const range = rangeOf([condor, call], view, now);
  const both = draw([condor, call], view, now, start, range);

  test('are added up, and each has a line of its own', () => {
    expect(both.lines.map(({ id }) => id)).toEqual(['condor', 'call']);
    for (const [place, result] of both.atExpiry.entries()) {
      expect(result).toBeCloseTo(both.lines[0]!.results[place]! + both.lines[1]!.results[place]!, 6);
    }
  });

  test('without a price gain nothing as things stand', () => {
    expect(draw([call], view, now, start, range).here).toBeCloseTo(0, 8);
  });

  test('have figures of every leg, which add up to how the result changes', () => {
    const legs = legFigures([condor, call], view, now, start);
    expect(legs.map(({ strategyId, place }) => `${strategyId} ${place}`)).toEqual([
      'condor 0',
      'condor 1',
      'condor 2',
      'condor 3',
      'call 0',
    ]);
    const delta = legs.reduce((sum, { figures }) => sum + figures[1]!, 0);
    const [[low], [high]] = scenariosOf([condor, call], view, now, [5999, 6001], [start]) as [[number], [number]];
    expect((high - low) / 2).toBeCloseTo(delta, 2);
  });
});

test('nothing shown is nothing drawn', () => {
  const range = rangeOf([], view, now);
  const nothing = draw([], view, now, start, range);
  expect([nothing.here, nothing.breakevens.length, nothing.expiryDays]).toEqual([0, 0, 0]);
  expect(Math.max(...nothing.atExpiry)).toBe(0);
});

test('chances are of the first expiry, and grow with the day', () => {
  const early = chancesOf([condor], view, now, start);
  const late = chancesOf([condor], view, now, { ...start, days: 37 });
  expect(early.profit).toBeGreaterThan(0.1);
  // 1.32 deviations to either side, with a day to go.
  expect(late.profit).toBeCloseTo(0.812, 2);
  expect(early.half).toBeGreaterThan(early.profit);
  expect(early.touches).toHaveLength(2);
  expect(early.valueAtRisk).toBeCloseTo(3800, 6);
});

test('a skew that is no distribution is told, and one volatility stands for it', () => {
  const wild = { ...view, skew: { slope: '5', curvature: '0' } };
  expect(chancesOf([condor], wild, now, start)).toMatchObject({ isFlat: true });
});
