import { americanOption } from './american.ts';
import type { Option } from './european.ts';
import { boundaryOf } from './exercise.ts';
import { type Market, yieldOf } from './market.ts';
import { type Normalised, normalised } from './normalised.ts';
import { at } from './places.ts';
import { rootBetween } from './root.ts';

export type ImpliedVolatility = { readonly volatility: number } | { readonly noInformation: NoInformation };

/** Why a price says nothing about volatility: the contract is over, or no volatility gives this price, or every small one does. */
export type NoInformation = 'expired' | 'without_price' | 'below_exercise' | 'at_exercise' | 'above_limit';

export type Contract = Omit<Option, 'volatility'>;

/** The volatility at which a European option is worth this price. */
export function impliedVolatility(price: number, spot: number, contract: Contract, market: Market): ImpliedVolatility {
  if (!(contract.years > 0)) return { noInformation: 'expired' };
  if (!(spot > 0 && contract.strike > 0 && Number.isFinite(price))) return { noInformation: 'without_price' };
  const spotPart = spot * Math.exp(-yieldOf(market) * contract.years);
  const strikePart = contract.strike * Math.exp(-market.rate * contract.years);
  const certain = Math.max(contract.kind === 'call' ? spotPart - strikePart : strikePart - spotPart, 0);
  // What is left above the certain part is only known as exactly as the two sums it is the difference of.
  const noise = certain > 0 ? ROUNDING * (spotPart + strikePart) : 0;
  const time = price - certain;
  if (time < -noise) return { noInformation: 'below_exercise' };
  if (time <= noise) return { noInformation: 'at_exercise' };
  const scale = Math.sqrt(spotPart * strikePart);
  const moneyness = -Math.abs(Math.log(spotPart / strikePart));
  const limit = Math.exp(moneyness / 2);
  if (time / scale >= limit * (1 - ROUNDING)) return { noInformation: 'above_limit' };
  return { volatility: spreadAt(time / scale, moneyness, limit) / Math.sqrt(contract.years) };
}

/**
 * Newton's steps inside a bracket that every step narrows, halved where a step leaves it. Below the inflection the reciprocal of the logarithm of the price
 * is nearly straight (Jäckel, 2015), close to the limit the logarithm of what is missing is, and in between the price itself.
 */
function spreadAt(aim: number, moneyness: number, limit: number): number {
  const inflection = Math.sqrt(-2 * moneyness);
  const isLow = aim < normalised(moneyness, inflection).price;
  const isHigh = !isLow && aim > limit / 2;
  let [low, high] = isLow ? [0, inflection] : [inflection, Infinity];
  let spread = inflection > 0 ? inflection : aim * ROOT_TWO_PI;
  for (let step = 0; step < MOST_STEPS; step++) {
    const now = normalised(moneyness, spread);
    if (now.price < aim) low = spread;
    else high = spread;
    const next = spread + (isLow ? lowStep(now, aim) : isHigh ? highStep(now, limit - aim) : (aim - now.price) / now.vega);
    const inside = next > low && next < high ? next : between(low, high);
    if (Math.abs(inside - spread) <= Number.EPSILON * spread) return inside;
    spread = inside;
  }
  return spread;
}

function lowStep({ price, vega }: Normalised, aim: number): number {
  const logarithm = Math.log(price);
  return ((logarithm * price) / vega) * (1 - logarithm / Math.log(aim));
}

function highStep({ missing, vega }: Normalised, aim: number): number {
  return (Math.log(missing / aim) * missing) / vega;
}

const between = (low: number, high: number): number => (high === Infinity ? 2 * low + 1 : (low + high) / 2);

/** The volatility at which an option that may be exercised at any time is worth this price. */
export function impliedVolatilityAmerican(price: number, spot: number, contract: Contract, market: Market): ImpliedVolatility {
  if (boundaryOf({ ...contract, volatility: LOWEST }, market) === undefined) return impliedVolatility(price, spot, contract, market);
  if (!(spot > 0 && Number.isFinite(price))) return { noInformation: 'without_price' };
  const excess = (volatility: number): number => at(americanOption(spot, { ...contract, volatility }, market).value, 0) - price;
  const atLeast = excess(LOWEST);
  if (atLeast > 0) return { noInformation: 'below_exercise' };
  if (atLeast > -ROUNDING * (spot + contract.strike)) return { noInformation: 'at_exercise' };
  if (excess(HIGHEST) <= 0) return { noInformation: 'above_limit' };
  return { volatility: rootBetween(excess, LOWEST, HIGHEST) };
}

const ROUNDING = 4 * Number.EPSILON;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
const MOST_STEPS = 100;
const LOWEST = 1e-3;
const HIGHEST = 20;
