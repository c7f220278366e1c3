import { describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/index.ts';
import { type MarketView, combinationOf, greeksOf, marketOf, NOW, volatilityFromPrice, volatilityOf } from './index.ts';
import { graph, NOW as now } from './testing/graph.ts';
import { option, stock } from './testing/legs.ts';

const view: MarketView = {
  underlying: 'I:SPX',
  follows: 'spot',
  spot: '6100',
  volatility: '0.15',
  rate: '0.04',
  dividend_yield: '0.01',
  skew: null,
};
const bent: MarketView = { ...view, skew: { slope: '-0.3', curvature: '0.5' } };
const worth = (leg: ReturnType<typeof option>, seen = view): number =>
  greeksOf(combinationOf({ legs: [leg], debit: '0' }, seen, now).legs, marketOf(seen), NOW, Float64Array.of(6100)).value[0]! / 100;

describe('what a leg is priced with', () => {
  it('is what it says itself, then what the skew says of its strike, then what the market says', () => {
    const put = option('put', 5800, 1);
    expect(volatilityOf(put, view, now)).toEqual({ volatility: 0.15, from: 'market' });
    expect(volatilityOf({ ...put, volatility: '0.31' }, bent, now)).toEqual({ volatility: 0.31, from: 'leg' });
    const { volatility, from } = volatilityOf(put, bent, now);
    expect(from).toBe('skew');
    expect(volatility).toBeGreaterThan(0.16);
    expect(volatilityOf(option('put', 6400, 1), bent, now).volatility).toBeLessThan(volatility);
  });

  it('is what it is worth by', () => {
    const put = option('put', 5800, 1);
    expect(worth({ ...put, volatility: '0.3' })).toBeGreaterThan(worth(put));
    expect(worth(put, bent)).toBeGreaterThan(worth(put));
    expect(worth({ ...put, volatility: '0.15' }, bent)).toBeCloseTo(worth(put), 12);
  });

  it('is that of the market where a skew prices nothing', () => {
    expect(volatilityOf(option('put', 5800, 1), { ...view, skew: { slope: '5', curvature: '0' } }, now)).toEqual({
      volatility: 0.15,
      from: 'market',
    });
  });

  it('is nothing that stock could have', () => {
    const strategy = { symbol: 'ACME', underlying: 'ACME', legs: [{ ...stock(100), volatility: '0.2' }] };
    expect(graph().ask('AddStrategy', '00000000-0000-7000-8000-0000000000aa', strategy)).toBe('strategy_terms_unfit');
  });
});

describe('a volatility solved from a price', () => {
  it.each(['european', 'american'] as const)('gives that price again, of an %s option', (exercise) => {
    const put = { ...option('put', 6050, 1), exercise };
    const volatility = volatilityFromPrice(put, '92.5', view, now);
    if (isRefusal(volatility)) throw new Error(volatility.sentence);
    expect(worth({ ...put, volatility })).toBeCloseTo(92.5, 1);
  });

  it.each<[string, Parameters<typeof option>, string, RegExp]>([
    ['no more than exercise gives', ['call', 3000, 1], '100', /exercising it gives more/],
    ['more than anything could be worth', ['call', 6100, 1], '6200', /no volatility makes it worth so much/],
    ['nothing', ['call', 6500, 1], '0', /every small volatility/],
    ['less than nothing', ['call', 6500, 1], '-1', /exercising it gives more/],
    ['a strike of nothing', ['call', 0, 1], '10', /above zero/],
    ['a day that is over', ['call', 6100, 1, '2026-03-09'], '10', /it has expired/],
  ])('is no information where the price is that of %s', (_, [right, strike, quantity, expiry], price, why) => {
    const answer = volatilityFromPrice(option(right, strike, quantity, expiry), price, view, now);
    expect(answer).toMatchObject({ code: 'price_without_volatility', sentence: expect.stringMatching(why) });
  });
});
