import { type Option, addEuropean } from './european.ts';
import { type Greeks, clear, noGreeks } from './greeks.ts';
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
  const spot = boundarySpot(certain, market, curve, nearby);
  if (spot === undefined) return undefined;
  const { value, theta } = europeanAt(spot, certain, market);
  const premium = side * (spot - option.strike) - at(value, 0);
  if (!(premium > 0)) return undefined;
  return { side, spot, premium, power: curve.power, ...correctionOf(curve, certain, at(theta, 0), premium, market) };
}

/** A search asks for dozens, so all are in the same places: each is there until the next. */
function europeanAt(spot: number, option: Option, market: Market): Greeks {
  clear(FOUND);
  PLACE[0] = spot;
  addEuropean(FOUND, PLACE, option, market, 1);
  return FOUND;
}

const PLACE = new Float64Array(1);
const FOUND = noGreeks(1);

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
function boundarySpot(option: Option, market: Market, curve: Curve, nearby?: Boundary): number | undefined {
  const advantage = (spot: number): Advantage => advantageAt(spot, option.strike, europeanAt(spot, option, market), curve);
  const beside = nearby && besideOf(nearby.spot, advantage);
  if (beside !== undefined) return beside;
  const stride = curve.side === 1 ? 2 : 0.5;
  let [near, far] = [option.strike, option.strike * stride];
  for (let doubling = 0; !(advantage(far).gain > 0); doubling++) {
    if (doubling > MOST_DOUBLINGS) return undefined;
    [near, far] = [far, far * stride];
  }
  return rootBetween((spot) => advantage(spot).gain, near, far);
}

/** Of exercising over holding, and how that changes with the price. */
interface Advantage {
  readonly gain: number;
  readonly slope: number;
}

function advantageAt(spot: number, strike: number, { value, delta, gamma }: Greeks, { side, power }: Curve): Advantage {
  const excess = side - at(delta, 0);
  return {
    gain: side * (spot - strike) - at(value, 0) - (excess * spot) / power,
    slope: excess * (1 - 1 / power) + (at(gamma, 0) * spot) / power,
  };
}

/** By Newton's steps, as long as each is less than half of the one before. */
function besideOf(nearby: number, advantage: (spot: number) => Advantage): number | undefined {
  let [spot, most] = [nearby, Infinity];
  for (;;) {
    const { gain, slope } = advantage(spot);
    const move = gain / slope;
    if (!(Math.abs(move) < most && spot > move)) return undefined;
    spot -= move;
    if (Math.abs(move) < SETTLED * spot) return spot;
    most = Math.abs(move) / 2;
  }
}

function correctionOf({ side, scale, root }: Curve, option: Option, theta: number, premium: number, market: Market) {
  const discount = Math.exp(-market.rate * option.years);
  const ageing = (-2 * theta) / (option.volatility * option.volatility * discount * premium);
  const bend = (scale * scale) / (root * root);
  return { square: (-discount * bend) / 2, slope: ((-side * discount) / root) * (ageing + scale - bend) };
}

/** Without any, the equations have no answer; with this little, the answer is what is certain. */
export const LEAST_VOLATILITY = 1e-4;
/** The smallest numbers have too few digits left to be divided by. */
const LEAST_RATE = 1e-200;
/** Of the price: what a premium of this size is worth drowns in rounding. */
const NEGLIGIBLE = 1e-9;
const MOST_DOUBLINGS = 200;
/** A step so short leaves its square of an error. */
const SETTLED = 1e-6;
