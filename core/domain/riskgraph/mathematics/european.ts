import { type Greeks, noGreeks } from './greeks.ts';
import { type Market, yieldOf } from './market.ts';
import { INVERSE_ROOT_TWO_PI, millsRatio } from './normal.ts';
import { addTo, at } from './places.ts';

export interface Option {
  readonly kind: 'call' | 'put';
  readonly strike: number;
  /** Until it expires; of one that has expired, zero or less. */
  readonly years: number;
  /** A year, 0.2 for 20 %. */
  readonly volatility: number;
}

/**
 * Adds so many options by Black, Scholes and Merton, or by Black's model where the market follows a future, at each price of the underlying.
 *
 * Whichever of call and put is out of the money is worked out, from tails that are both positive, and the other follows by parity: so nothing far out of
 * the money is the small difference of two large numbers. Both tails share one exponential, because the present value of the underlying times its
 * density is that of the strike times its own.
 */
export function addEuropean(into: Greeks, spots: Float64Array, option: Option, market: Market, quantity: number): void {
  const spread = option.volatility * Math.sqrt(Math.max(option.years, 0));
  if (!(spread > 0) || option.strike <= 0) {
    addCertain(into, spots, option, market, quantity);
    return;
  }
  const { value, delta, gamma, theta, vega, rho } = into;
  const { rate } = market;
  const { years, volatility } = option;
  const isCall = option.kind === 'call';
  const isOnFuture = market.follows === 'future';
  const dividendYield = yieldOf(market);
  const yieldDiscount = Math.exp(-dividendYield * years);
  const strikePart = option.strike * Math.exp(-rate * years);
  const rootYears = Math.sqrt(years);
  const decay = -volatility / (2 * rootYears);

  for (let i = 0; i < spots.length; i++) {
    const spot = at(spots, i);
    const spotPart = spot * yieldDiscount;
    const moneyness = spot > 0 ? Math.log(spotPart / strikePart) : -Infinity;
    const d1 = moneyness / spread + spread / 2;
    const d2 = moneyness / spread - spread / 2;
    const density = Math.exp(-0.5 * d1 * d1) * INVERSE_ROOT_TWO_PI;
    const weight = density > 0 ? spotPart * density : 0;
    const spotTail = weight > 0 ? density * millsRatio(Math.abs(d1)) : 0;
    const strikeTail = weight > 0 ? weight * millsRatio(Math.abs(d2)) : 0;

    // What is got and what is paid, where the underlying ends above the strike and where it ends below.
    const spotAbove = d1 > 0 ? 1 - spotTail : spotTail;
    const spotBelow = d1 > 0 ? spotTail : 1 - spotTail;
    const strikeAbove = d2 > 0 ? strikePart - strikeTail : strikeTail;
    const strikeBelow = d2 > 0 ? strikeTail : strikePart - strikeTail;
    const isCallOut = moneyness <= 0;
    const outOfTheMoney = isCallOut ? spotPart * spotAbove - strikeAbove : strikeBelow - spotPart * spotBelow;
    const parity = isCallOut === isCall ? 0 : isCall ? spotPart - strikePart : strikePart - spotPart;
    const worth = outOfTheMoney + parity;
    const spotSide = isCall ? spotAbove : -spotBelow;
    const strikeSide = isCall ? strikeAbove : -strikeBelow;

    addTo(value, i, quantity * worth);
    addTo(delta, i, quantity * yieldDiscount * spotSide);
    if (weight > 0) addTo(gamma, i, (quantity * weight) / (spot * spot * spread));
    addTo(theta, i, quantity * (weight * decay + dividendYield * spotPart * spotSide - rate * strikeSide));
    addTo(vega, i, quantity * weight * rootYears);
    addTo(rho, i, quantity * years * (isOnFuture ? -worth : strikeSide));
  }
}

/** What is certain already: expired, without volatility, or with a strike that no price above zero can miss. Exactly at the strike, half of the delta. */
function addCertain(into: Greeks, spots: Float64Array, option: Option, market: Market, quantity: number): void {
  const years = Math.max(option.years, 0);
  const dividendYield = yieldOf(market);
  const yieldDiscount = Math.exp(-dividendYield * years);
  const strikePart = option.strike * Math.exp(-market.rate * years);
  const side = option.kind === 'call' ? 1 : -1;
  for (let i = 0; i < spots.length; i++) {
    const spotPart = at(spots, i) * yieldDiscount;
    const gain = side * (spotPart - strikePart);
    const share = quantity * side * (Math.sign(gain) + 1) * 0.5;
    const worth = gain > 0 ? quantity * gain : 0;
    addTo(into.value, i, worth);
    addTo(into.delta, i, share * yieldDiscount);
    if (years > 0) addTo(into.theta, i, share * (dividendYield * spotPart - market.rate * strikePart));
    addTo(into.rho, i, years * (market.follows === 'future' ? -worth : share * strikePart));
  }
}

/** One European option at one price. */
export function europeanOption(spot: number, option: Option, market: Market): Greeks {
  const greeks = noGreeks(1);
  addEuropean(greeks, Float64Array.of(spot), option, market, 1);
  return greeks;
}
