import { z } from 'zod';
import {
  OPTION_MULTIPLIER,
  type Day,
  type Id,
  add,
  daySchema,
  decimal,
  decimalSchema,
  decimalText,
  negate,
  priceSchema,
  subtract,
} from '../kernel/index.ts';
import { exerciseOf } from './exerciseStyle.ts';
import { shapeOf } from './shape.ts';
import type { StrategyLeg } from './strategyLeg.ts';

/** The three structures that can be said in one line: what is bought, of which strike, how wide. */
export const geometrySchema = z.strictObject({
  strategy: z.enum(['single', 'vertical', 'butterfly']),
  side: z.enum(['call', 'put']),
  strike: priceSchema.describe('Of a vertical, what is bought; of a butterfly, its middle'),
  width: decimalSchema({ places: 12, whole: 15, min: '0' }).nullable(),
  expiration: daySchema,
});

export type Geometry = z.infer<typeof geometrySchema>;

/** A vertical is bought: its other strike is further out of the money. A width of nothing leaves legs that cancel out. */
export function legsFromGeometry({ strategy, side, strike, width, expiration }: Geometry, symbol: string, nextId: () => Id): StrategyLeg[] {
  const leg = (at: string, quantity: string): StrategyLeg => ({
    id: nextId(),
    instrument_type: 'option',
    expiry: expiration,
    strike: at,
    right: side,
    exercise: exerciseOf(symbol),
    quantity,
    multiplier: OPTION_MULTIPLIER,
  });
  const step = decimal(width ?? '0');
  const above = decimalText(add(decimal(strike), step));
  const below = decimalText(subtract(decimal(strike), step));
  if (strategy === 'single') return [leg(strike, '1')];
  if (strategy === 'vertical') return [leg(strike, '1'), leg(side === 'call' ? above : below, '-1')];
  return [leg(below, '1'), leg(strike, '-2'), leg(above, '1')];
}

/** The same read back from legs, where they are one of the three. */
export function geometryOf(legs: readonly StrategyLeg[]): Geometry | undefined {
  const strategy = shapeOf(legs);
  if (strategy !== 'single' && strategy !== 'vertical' && strategy !== 'butterfly') return undefined;
  const places = legs.map(({ strike, quantity }) => ({ strike: strike ?? '0', isBought: !quantity.startsWith('-') }));
  const sorted = places.toSorted((a, b) => Number(a.strike) - Number(b.strike));
  const [first] = legs;
  const middle = strategy === 'butterfly' ? sorted[1] : (places.find(({ isBought }) => isBought) ?? places[0]);
  const other = places.find((place) => place !== middle);
  if (first === undefined || first.right === null || first.expiry === null || middle === undefined) return undefined;
  const width = other === undefined ? null : distance(other.strike, middle.strike);
  return { strategy, side: first.right, strike: middle.strike, width, expiration: first.expiry };
}

function distance(a: string, b: string): string {
  const difference = subtract(decimal(a), decimal(b));
  return decimalText(difference.coefficient < 0n ? negate(difference) : difference);
}

/** When the first of it is over. */
export function nextExpiry(legs: readonly StrategyLeg[]): Day | null {
  return legs.reduce<Day | null>((next, { expiry }) => (expiry !== null && (next === null || expiry < next) ? expiry : next), null);
}
