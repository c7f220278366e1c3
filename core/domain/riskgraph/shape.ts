import { toNumber, decimal } from '../kernel/index.ts';
import type { StrategyLeg } from './strategyLeg.ts';

export const shapes = [
  'single',
  'vertical',
  'butterfly',
  'condor',
  'iron_butterfly',
  'iron_condor',
  'straddle',
  'strangle',
  'calendar',
  'diagonal',
  'ratio',
  'covered_call',
  'stock',
  'future',
  'custom',
] as const;

export type Shape = (typeof shapes)[number];

/** What traders call it. It follows from the legs, so nobody has to keep it right. */
export function shapeOf(legs: readonly StrategyLeg[]): Shape {
  const [first] = legs;
  if (legs.length === 1 && first !== undefined) return first.instrument_type === 'option' ? 'single' : first.instrument_type;
  const options = legs
    .filter(({ instrument_type }) => instrument_type === 'option')
    .map(placed)
    .toSorted(byStrike);
  if (options.length < legs.length) return isCoveredCall(legs) ? 'covered_call' : 'custom';
  const [a, b, ...others] = options;
  if (a === undefined || b === undefined) return 'custom';
  if (others.length === 0) return pairOf(a, b);
  return isOneDay(options) ? chainOf(options) : 'custom';
}

interface Placed {
  readonly strike: number;
  readonly expiry: string | null;
  readonly right: StrategyLeg['right'];
  readonly quantity: number;
}

const placed = ({ strike, expiry, right, quantity }: StrategyLeg): Placed => ({
  strike: toNumber(decimal(strike ?? '0')),
  expiry,
  right,
  quantity: toNumber(decimal(quantity)),
});

/** Of one strike, the put comes first: so an iron butterfly is read like an iron condor. */
const byStrike = (a: Placed, b: Placed): number => a.strike - b.strike || Number(b.right === 'put') - Number(a.right === 'put');

const isOneDay = (options: readonly Placed[]): boolean => new Set(options.map(({ expiry }) => expiry)).size === 1;

function pairOf(a: Placed, b: Placed): Shape {
  const isOpposite = a.quantity === -b.quantity;
  if (a.expiry !== b.expiry) {
    if (a.right !== b.right || !isOpposite) return 'custom';
    return a.strike === b.strike ? 'calendar' : 'diagonal';
  }
  if (a.right !== b.right) {
    if (a.quantity !== b.quantity) return 'custom';
    return a.strike === b.strike ? 'straddle' : 'strangle';
  }
  if (a.strike === b.strike || Math.sign(a.quantity) === Math.sign(b.quantity)) return 'custom';
  return isOpposite ? 'vertical' : 'ratio';
}

/** Three or four options of one day, by their quantities from the lowest strike up. */
function chainOf(options: readonly Placed[]): Shape {
  const rights = options.map(({ right }) => (right === 'put' ? 'p' : 'c')).join('');
  const unit = Math.abs(options[0]?.quantity ?? 0);
  const quantities = options.map(({ quantity }) => quantity / unit);
  const isLike = (...wanted: readonly number[]) => [1, -1].some((side) => wanted.every((n, i) => quantities[i] === n * side));
  const [low, lower = 0, higher = 0] = options.map(({ strike }) => strike);
  const isOneRight = /^(?:p+|c+)$/.test(rights);
  if (options.length === 3) return isOneRight && isLike(1, -2, 1) && lower - (low ?? 0) === higher - lower ? 'butterfly' : 'custom';
  if (options.length !== 4 || !isLike(1, -1, -1, 1)) return 'custom';
  if (isOneRight) return 'condor';
  if (rights !== 'ppcc') return 'custom';
  return lower === higher ? 'iron_butterfly' : 'iron_condor';
}

/** Stock held, and a call sold for every share of it. */
function isCoveredCall(legs: readonly StrategyLeg[]): boolean {
  const stock = legs.find(({ instrument_type }) => instrument_type === 'stock');
  const call = legs.find(({ right }) => right === 'call');
  return legs.length === 2 && stock !== undefined && call !== undefined && size(stock) > 0 && size(stock) === -size(call);
}

const size = ({ quantity, multiplier }: StrategyLeg): number => toNumber(decimal(quantity)) * toNumber(decimal(multiplier));
