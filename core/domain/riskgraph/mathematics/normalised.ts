import { density, millsRatio } from './normal.ts';

export interface Normalised {
  readonly price: number;
  /** What the price lacks of the most it could be, from the tails: near the limit the difference would be all rounding. */
  readonly missing: number;
  readonly vega: number;
}

/**
 * A call that is out of the money by this logarithm (zero or less), in units of the geometric mean of what is got and what is paid. All prices of Black
 * and Scholes are one of these.
 */
export function normalised(moneyness: number, spread: number): Normalised {
  const d1 = moneyness / spread + spread / 2;
  const d2 = moneyness / spread - spread / 2;
  const limit = Math.exp(moneyness / 2);
  const vega = spread > 0 ? density(d1) * limit : 0;
  if (!(vega > 0)) return d1 > 0 ? { price: limit, missing: 0, vega: 0 } : { price: 0, missing: limit, vega: 0 };
  const [got, paid] = [vega * millsRatio(Math.abs(d1)), vega * millsRatio(-d2)];
  if (d1 > 0) return { price: limit - got - paid, missing: got + paid, vega };
  return { price: got - paid, missing: limit - got + paid, vega };
}
