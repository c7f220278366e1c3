import { describe, expect, it } from 'vitest';
import { type Leg, NOW, americanOption, europeanOption, greeksOf } from './index.ts';
import { FUTURE, STOCK, calendar, ironCondor, option, underlying } from './testing/combinations.ts';

const SPOTS = Float64Array.from({ length: 41 }, (_, i) => 80 + i);

describe('what legs are worth', () => {
  it('is what each is worth alone, added up, in value and every Greek', () => {
    const american = [option(2, 'put', 100), option(-1, 'call', 95, 0.5)].map((leg): Leg => ({ ...leg, exercise: 'american' }));
    const legs: readonly Leg[] = [...ironCondor.legs, ...calendar.legs, underlying(-3), ...american];
    const total = greeksOf(legs, STOCK, NOW, SPOTS);
    const alone = legs.map((leg) => greeksOf([leg], STOCK, NOW, SPOTS));
    for (const greek of ['value', 'delta', 'gamma', 'theta', 'vega', 'rho'] as const)
      for (const [i, figure] of total[greek].entries())
        expect(figure).toBeCloseTo(
          alone.reduce((sum, one) => sum + one[greek][i]!, 0),
          10,
        );
  });

  it('looks ahead by taking time away, and shifts each volatility', () => {
    const then = greeksOf([option(1, 'call', 100, 0.5, 0.2)], STOCK, { yearsAhead: 0.2, volatilityShift: 0.05 }, Float64Array.of(97));
    expect(then).toEqual(europeanOption(97, { kind: 'call', strike: 100, years: 0.3, volatility: 0.25 }, STOCK));
  });

  it('has no volatility below none', () => {
    const still = greeksOf([option(1, 'call', 100)], STOCK, { yearsAhead: 0, volatilityShift: -3 }, Float64Array.of(97));
    expect(still).toEqual(europeanOption(97, { kind: 'call', strike: 100, years: 0.1, volatility: 0 }, STOCK));
  });

  it('knows who may exercise early', () => {
    const put = { kind: 'put', strike: 100, years: 0.5, volatility: 0.2 } as const;
    const american = greeksOf([{ ...put, exercise: 'american', quantity: 1 }], STOCK, NOW, Float64Array.of(97));
    expect(american).toEqual(americanOption(97, put, STOCK));
    expect(american.value[0]).toBeGreaterThan(europeanOption(97, put, STOCK).value[0]!);
  });

  it('is the price itself for what is held, and on a future the spread of rates does not matter', () => {
    expect(greeksOf([underlying(2)], STOCK, NOW, Float64Array.of(97))).toMatchObject({
      value: Float64Array.of(194),
      delta: Float64Array.of(2),
      theta: Float64Array.of(0),
    });
    const call = option(1, 'call', 100, 0.5);
    const yields = [0, 0.5].map((dividendYield) => greeksOf([call], { ...FUTURE, dividendYield }, NOW, SPOTS));
    expect(yields[0]).toEqual(yields[1]);
  });

  it('is never anything but a number', () => {
    const legs: readonly Leg[] = (['call', 'put'] as const).flatMap((kind) =>
      [-1, 0, 1e-12, 1, 50].flatMap((years) =>
        [-10, 0, 1e-100, 100, 1e12].flatMap((strike) =>
          [0, 1e-9, 0.2, 50].flatMap((volatility) =>
            (['european', 'american'] as const).map((exercise): Leg => ({ kind, years, strike, volatility, exercise, quantity: 1 })),
          ),
        ),
      ),
    );
    const spots = Float64Array.of(-50, 0, 1e-100, 100, 1e12);
    for (const market of [STOCK, FUTURE, { ...STOCK, rate: -0.02 }])
      for (const leg of legs)
        for (const [greek, figures] of Object.entries(greeksOf([leg], market, NOW, spots)))
          expect([leg, greek, [...(figures as Float64Array)].every(Number.isFinite)]).toEqual([leg, greek, true]);
  });
});
