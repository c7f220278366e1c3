import { type Option, addEuropean } from './european.ts';
import { type Greeks, noGreeks } from './greeks.ts';
import { type Market, yieldOf } from './market.ts';
import { at } from './places.ts';
import { rootBetween } from './root.ts';

/** From where on an American option is exercised, and the curve that its premium over the European follows until there. */
export interface Boundary {
  /** Calls are exercised above, puts below. */
  readonly side: 1 | -1;
  readonly spot: number;
  /** What exercising there gives beyond the European option. */
  readonly premium: number;
  readonly power: number;
  /** Of the correction in the logarithm of price over boundary. */
  readonly square: number;
  readonly slope: number;
}

/**
 * None where waiting costs nothing: a call on what pays nothing, a put where money earns nothing. (Where the yield is negative and the rate still
 * lower, or the other way for a put, exercise pays between two boundaries; that is left out, and such an option counts as European.)
 * Where an option nearly the same has its boundary is a place to begin from.
 */
export function boundaryOf(option: Option, market: Market, nearby?: Boundary): Boundary | undefined {
  const side = option.kind === 'call' ? 1 : -1;
  const dividendYield = yieldOf(market);
  const costOfWaiting = side === 1 ? dividendYield : market.rate;
  if (!(costOfWaiting * option.years > NEGLIGIBLE) || !(option.strike > 0)) return undefined;
  const certain = { ...option, volatility: Math.max(option.volatility, LEAST_VOLATILITY) };
  const curve = curveOf(certain, market, side);
  const european = europeanAt(certain, market);
  const spot = boundarySpot(certain, european, curve.power, nearby);
  if (spot === undefined) return undefined;
  const { value, theta } = european(spot);
  const premium = side * (spot - option.strike) - at(value, 0);
  if (!(premium > 0)) return undefined;
  return { side, spot, premium, power: curve.power, ...correctionOf(curve, certain, at(theta, 0), premium, market) };
}

type EuropeanAt = ReturnType<typeof europeanAt>;

/** One option at one price after the other, in the same places: a search asks for dozens. */
function europeanAt(option: Option, market: Market) {
  const [place, greeks] = [new Float64Array(1), noGreeks(1)];
  const all = Object.values(greeks) as readonly Float64Array[];
  return (spot: number): Greeks => {
    place[0] = spot;
    for (const figures of all) figures[0] = 0;
    addEuropean(greeks, place, option, market, 1);
    return greeks;
  };
}

interface Curve {
  readonly side: 1 | -1;
  readonly power: number;
  /** What stands for 2r/(σ²(1 − e^(−rT))) in the paper, which has a limit where the rate is zero. */
  readonly scale: number;
  readonly root: number;
}

function curveOf({ years, volatility }: Option, market: Market, side: 1 | -1): Curve {
  const variance = volatility * volatility;
  const drift = (2 * (market.rate - yieldOf(market))) / variance - 1;
  const elapsed = Math.abs(market.rate) < LEAST_RATE ? years : -Math.expm1(-market.rate * years) / market.rate;
  const scale = 2 / (variance * elapsed);
  const root = Math.sqrt(drift * drift + 4 * scale);
  return { side, scale, root, power: (side * root - drift) / 2 };
}

/** Where exercising and holding are worth the same, and change alike with the price. */
function boundarySpot({ kind, strike }: Option, european: EuropeanAt, power: number, nearby?: Boundary): number | undefined {
  const side = kind === 'call' ? 1 : -1;
  const advantage = (spot: number): number => {
    const { value, delta } = european(spot);
    return side * (spot - strike) - at(value, 0) - ((side - at(delta, 0)) * spot) / power;
  };
  if (nearby !== undefined) {
    const [inside, outside] = [nearby.spot * (1 - side * NEARBY), nearby.spot * (1 + side * NEARBY)];
    if (side * (inside - strike) > 0 && advantage(inside) < 0 && advantage(outside) > 0) return rootBetween(advantage, inside, outside);
  }
  let [near, far] = [strike, strike * (side === 1 ? 2 : 0.5)];
  for (let doubling = 0; !(advantage(far) > 0); doubling++) {
    if (doubling > MOST_DOUBLINGS) return undefined;
    [near, far] = [far, far * (side === 1 ? 2 : 0.5)];
  }
  return rootBetween(advantage, near, far);
}

function correctionOf({ side, scale, root }: Curve, option: Option, theta: number, premium: number, market: Market) {
  const discount = Math.exp(-market.rate * option.years);
  const ageing = (-2 * theta) / (option.volatility * option.volatility * discount * premium);
  const bend = (scale * scale) / (root * root);
  return { square: (-discount * bend) / 2, slope: ((-side * discount) / root) * (ageing + scale - bend) };
}

/** What the right to exercise early adds at a price, and how that changes; nothing where the boundary is out of sight. */
export function premiumSlopes({ spot: end, premium, power, square, slope }: Boundary, spot: number): PremiumSlopes {
  if (!(spot > 0)) return NO_PREMIUM;
  const distance = Math.log(spot / end);
  if (power * distance < OUT_OF_SIGHT) return NO_PREMIUM;
  const { factor, tilt, curve } = correction((square * distance + slope) * distance);
  const value = premium * Math.exp(power * distance) * factor;
  const lean = 2 * square * distance + slope;
  const growth = power + tilt * lean;
  const bend = curve * lean * lean + 2 * tilt * square;
  return {
    value,
    delta: (value * growth) / spot,
    gamma: (value * (growth * growth - growth + bend)) / (spot * spot),
    distance,
    growth,
    tilt,
  };
}

interface PremiumSlopes {
  readonly value: number;
  readonly delta: number;
  readonly gamma: number;
  /** The logarithm of price over boundary, and how fast that of the premium grows with it, and with the correction. */
  readonly distance: number;
  readonly growth: number;
  readonly tilt: number;
}

/** By how much each part of the curve changes with an input; of the premium and the boundary, the logarithm. */
export interface BoundaryChange {
  readonly premium: number;
  readonly spot: number;
  readonly power: number;
  readonly square: number;
  readonly slope: number;
}

/** From two boundaries, as far apart in the input as the step says. Without two of them the right to exercise is worth nothing yet. */
export function changeBetween(low: Boundary | undefined, high: Boundary | undefined, step: number): BoundaryChange {
  if (low === undefined || high === undefined) return NO_CHANGE;
  return {
    premium: Math.log(high.premium / low.premium) / step,
    spot: Math.log(high.spot / low.spot) / step,
    power: (high.power - low.power) / step,
    square: (high.square - low.square) / step,
    slope: (high.slope - low.slope) / step,
  };
}

/** How the premium at one price changes with the input, by the parts of its curve. */
export function premiumChange({ value, distance, growth, tilt }: PremiumSlopes, by: BoundaryChange): number {
  return value * (by.premium + (by.power + tilt * (by.square * distance + by.slope)) * distance - growth * by.spot);
}

interface Correction {
  readonly factor: number;
  readonly tilt: number;
  readonly curve: number;
}

/**
 * The factor 1/(1 − x) of the paper, and the first two derivatives of its logarithm. It has a pole, which wild days before an expiry do meet while the
 * premium is next to nothing; so from a factor of 2 on it comes to rest at 3 instead.
 */
function correction(x: number): Correction {
  if (x <= RESTS_FROM) {
    const factor = 1 / (1 - x);
    return { factor, tilt: factor, curve: factor * factor };
  }
  const left = Math.exp(-4 * (x - RESTS_FROM));
  const factor = 3 - left;
  const tilt = (4 * left) / factor;
  return { factor, tilt, curve: -4 * tilt - tilt * tilt };
}

const NO_PREMIUM: PremiumSlopes = { value: 0, delta: 0, gamma: 0, distance: 0, growth: 0, tilt: 0 };
const NO_CHANGE: BoundaryChange = { premium: 0, spot: 0, power: 0, square: 0, slope: 0 };
const RESTS_FROM = 0.5;
/** Without any, the equations have no answer; with this little, the answer is what is certain. */
export const LEAST_VOLATILITY = 1e-4;
/** The smallest numbers have too few digits left to be divided by. */
const LEAST_RATE = 1e-200;
/** Of the price: what a premium of this size is worth drowns in rounding. */
const NEGLIGIBLE = 1e-9;
const MOST_DOUBLINGS = 200;
/** How far apart the boundaries of options are that differ by a step. */
const NEARBY = 2e-3;
/** A share of the premium at the boundary that leaves no trace in the value of an option. */
const OUT_OF_SIGHT = -36;
