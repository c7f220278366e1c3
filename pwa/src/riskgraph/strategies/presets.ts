import {
  OPTION_MULTIPLIER,
  STOCK_MULTIPLIER,
  add,
  calendarDayOf,
  decimal,
  decimalText,
  multiply,
  type Day,
  type Id,
  type Instant,
} from '@taffrail/domain/kernel';
import { exerciseOf, type Shape, type StrategyLeg } from '@taffrail/domain/riskgraph';

/** A leg as a structure has it: so many widths from its middle, and in the near or the later expiry. */
type Part = readonly ['call' | 'put' | 'stock', number, number, 'near' | 'later'];

const structures = {
  single: [['call', 0, 1, 'near']],
  vertical: [
    ['call', 0, 1, 'near'],
    ['call', 1, -1, 'near'],
  ],
  butterfly: [
    ['call', -1, 1, 'near'],
    ['call', 0, -2, 'near'],
    ['call', 1, 1, 'near'],
  ],
  iron_condor: [
    ['put', -2, 1, 'near'],
    ['put', -1, -1, 'near'],
    ['call', 1, -1, 'near'],
    ['call', 2, 1, 'near'],
  ],
  straddle: [
    ['put', 0, -1, 'near'],
    ['call', 0, -1, 'near'],
  ],
  strangle: [
    ['put', -1, -1, 'near'],
    ['call', 1, -1, 'near'],
  ],
  calendar: [
    ['call', 0, -1, 'near'],
    ['call', 0, 1, 'later'],
  ],
  diagonal: [
    ['call', 1, -1, 'near'],
    ['call', 0, 1, 'later'],
  ],
  ratio: [
    ['call', 0, 1, 'near'],
    ['call', 1, -2, 'near'],
  ],
  covered_call: [
    ['stock', 0, 100, 'near'],
    ['call', 1, -1, 'near'],
  ],
} as const satisfies { readonly [Name in Shape]?: readonly Part[] };

export type Structure = keyof typeof structures;

export const structureNames = Object.keys(structures) as readonly Structure[];

export interface Setting {
  readonly symbol: string;
  readonly centre: string;
  readonly width: string;
  readonly expiry: Day;
}

const LATER_DAYS = 28;

/** The legs of a structure, to be changed to one's liking. */
export function legsOf(structure: Structure, { symbol, centre, width, expiry }: Setting, nextId: () => Id): readonly StrategyLeg[] {
  const later = Temporal.PlainDate.from(expiry).add({ days: LATER_DAYS }).toString();
  return structures[structure].map(([kind, widths, quantity, when]: Part): StrategyLeg => {
    const leg = { id: nextId(), quantity: String(quantity) };
    if (kind === 'stock')
      return { ...leg, instrument_type: 'stock', expiry: null, strike: null, right: null, exercise: null, multiplier: STOCK_MULTIPLIER };
    return {
      ...leg,
      instrument_type: 'option',
      expiry: when === 'near' ? expiry : later,
      strike: decimalText(add(decimal(centre), multiply(decimal(width), decimal(String(widths))))),
      right: kind,
      exercise: exerciseOf(symbol),
      multiplier: OPTION_MULTIPLIER,
    };
  });
}

const FRIDAY = 5;

/** A Friday, at least so many days from now: most options expire on one. */
export function fridayFrom(now: Instant, days: number): Day {
  const least = Temporal.PlainDate.from(calendarDayOf(now, 'America/New_York')).add({ days });
  return least.add({ days: (FRIDAY - least.dayOfWeek + 7) % 7 }).toString();
}
