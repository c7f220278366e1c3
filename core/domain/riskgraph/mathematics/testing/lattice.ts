import type { Option } from '../european.ts';
import { type Market, yieldOf } from '../market.ts';

/**
 * An American option by backward induction over a binomial lattice, at two sizes, from which the error that falls with the size is taken out. Its last
 * step is worth what holding on is worth by a clear formula elsewhere, so prices between nodes leave no saw teeth. Slow, and written for reading.
 */
export function americanByLattice(
  spot: number,
  option: Option,
  market: Market,
  european: (spot: number, option: Option) => number,
  steps = 1000,
): number {
  const fine = onLattice(spot, option, market, european, steps);
  const coarse = onLattice(spot, option, market, european, steps / 2);
  return 2 * fine - coarse;
}

function onLattice(
  spot: number,
  option: Option,
  market: Market,
  european: (spot: number, option: Option) => number,
  steps: number,
): number {
  const step = option.years / steps;
  const up = Math.exp(option.volatility * Math.sqrt(step));
  const growth = Math.exp((market.rate - yieldOf(market)) * step);
  const chanceUp = (growth - 1 / up) / (up - 1 / up);
  const discount = Math.exp(-market.rate * step);
  const priceAt = (time: number, ups: number) => spot * up ** (2 * ups - time);
  const exercised = (price: number) => Math.max(option.kind === 'call' ? price - option.strike : option.strike - price, 0);

  const last = { ...option, years: step };
  let values = Array.from({ length: steps }, (_, ups) => {
    const price = priceAt(steps - 1, ups);
    return Math.max(exercised(price), european(price, last));
  });
  for (let time = steps - 2; time >= 0; time--) {
    const later = values;
    values = Array.from({ length: time + 1 }, (_, ups) => {
      const held = discount * (chanceUp * later[ups + 1]! + (1 - chanceUp) * later[ups]!);
      return Math.max(exercised(priceAt(time, ups)), held);
    });
  }
  return values[0]!;
}
