import { europeanOption, type Option } from './european.ts';
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
 */
export function boundaryOf(option: Option, market: Market): Boundary | undefined {
  const side = option.kind === 'call' ? 1 : -1;
  const dividendYield = yieldOf(market);
  const costOfWaiting = side === 1 ? dividendYield : market.rate;
  if (!(costOfWaiting * option.years > NEGLIGIBLE) || !(option.strike > 0)) return undefined;
  const certain = { ...option, volatility: Math.max(option.volatility, LEAST_VOLATILITY) };
  const curve = curveOf(certain, market, side);
  const spot = boundarySpot(certain, market, curve.power);
  if (spot === undefined) return undefined;
  const there = europeanOption(spot, certain, market);
  const premium = side * (spot - option.strike) - at(there.value, 0);
  if (!(premium > 0)) return undefined;
  return { side, spot, premium, power: curve.power, ...correctionOf(curve, certain, at(there.theta, 0), premium, market) };
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
function boundarySpot(option: Option, market: Market, power: number): number | undefined {
  const side = option.kind === 'call' ? 1 : -1;
  const advantage = (spot: number): number => {
    const european = europeanOption(spot, option, market);
    return side * (spot - option.strike) - at(european.value, 0) - ((side - at(european.delta, 0)) * spot) / power;
  };
  let [near, far] = [option.strike, option.strike * (side === 1 ? 2 : 0.5)];
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

export function premiumAt(boundary: Boundary | undefined, spot: number): number {
  return boundary === undefined ? 0 : premiumSlopes(boundary, spot).value;
}

export function premiumSlopes({ spot: end, premium, power, square, slope }: Boundary, spot: number) {
  if (!(spot > 0)) return { value: 0, delta: 0, gamma: 0 };
  const distance = Math.log(spot / end);
  const lean = 2 * square * distance + slope;
  const [factor, tilt, curve] = correction((square * distance + slope) * distance);
  const value = premium * Math.exp(power * distance) * factor;
  const growth = power + tilt * lean;
  const bend = curve * lean * lean + 2 * tilt * square;
  return { value, delta: (value * growth) / spot, gamma: (value * (growth * growth - growth + bend)) / (spot * spot) };
}

/**
 * The factor 1/(1 − x) of the paper, and the first two derivatives of its logarithm. It has a pole, which wild days before an expiry do meet while the
 * premium is next to nothing; so from a factor of 2 on it comes to rest at 3 instead.
 */
function correction(x: number): readonly [number, number, number] {
  if (x <= RESTS_FROM) return [1 / (1 - x), 1 / (1 - x), 1 / (1 - x) ** 2];
  const left = Math.exp(-4 * (x - RESTS_FROM));
  const factor = 3 - left;
  const tilt = (4 * left) / factor;
  return [factor, tilt, -4 * tilt - tilt * tilt];
}

const RESTS_FROM = 0.5;
/** Without any, the equations have no answer; with this little, the answer is what is certain. */
export const LEAST_VOLATILITY = 1e-4;
/** The smallest numbers have too few digits left to be divided by. */
const LEAST_RATE = 1e-200;
/** Of the price: what a premium of this size is worth drowns in rounding. */
const NEGLIGIBLE = 1e-9;
const MOST_DOUBLINGS = 200;
