import type { Option } from '../european.ts';
import { type Market, yieldOf } from '../market.ts';

/**
 * What the fast formulas are held against, sharing nothing with them: the tail of the normal distribution by its continued fraction or its series, and
 * the price of an option as what each bit of volatility adds to it. All that is summed is positive, so nothing cancels.
 */
export function slowTail(x: number): number {
  return x < 3 ? 0.5 - slowCentre(x) : slowDensity(x) / fraction(x);
}

/** From zero to x: the density times x + x³/3 + x⁵/15 + …, each divided by the next odd number too. */
function slowCentre(x: number): number {
  let [term, sum] = [x, x];
  for (let n = 1; Math.abs(term) > 1e-20 * Math.abs(sum); n++) {
    term *= (x * x) / (2 * n + 1);
    sum += term;
  }
  return slowDensity(x) * sum;
}

function fraction(x: number): number {
  let value = x;
  for (let n = 400; n >= 1; n--) value = x + n / value;
  return value;
}

function slowDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** What is certain without volatility, and the integral of vega from there. */
export function slowPrice(spot: number, option: Option, market: Market): number {
  const spotPart = spot * Math.exp(-yieldOf(market) * option.years);
  const strikePart = option.strike * Math.exp(-market.rate * option.years);
  const moneyness = Math.log(spotPart / strikePart);
  const spread = option.volatility * Math.sqrt(option.years);
  const adds = (part: number): number => Math.exp(-0.5 * ((moneyness / part) ** 2 + (part / 2) ** 2));
  const timeValue = Math.sqrt((spotPart * strikePart) / (2 * Math.PI)) * integral(adds, spread);
  return Math.max(option.kind === 'call' ? spotPart - strikePart : strikePart - spotPart, 0) + timeValue;
}

/** From zero, at places that crowd towards both ends twice exponentially (Takahasi and Mori, 1974), whatever happens there. */
function integral(f: (x: number) => number, to: number): number {
  const step = 1 / 64;
  let sum = 0;
  for (let n = -256; n <= 256; n++) {
    const lean = (Math.PI / 2) * Math.sinh(n * step);
    const place = to / (1 + Math.exp(-2 * lean));
    const weight = ((Math.PI / 4) * Math.cosh(n * step)) / Math.cosh(lean) ** 2;
    if (place > 0) sum += weight * f(place);
  }
  return sum * step * to;
}
