import { z } from 'zod';
import {
  type Id,
  type Refusal,
  daySchema,
  decimalSchema,
  idSchema,
  lineSchema,
  priceSchema,
  quantitySchema,
  usualMultiplier,
} from '../kernel/index.ts';
import { LONGEST_SYMBOL } from './limits.ts';
import { refusals } from './refusals.ts';

export const symbolSchema = lineSchema(LONGEST_SYMBOL).meta({ examples: ['SPX'] });
const multiplierSchema = decimalSchema({ places: 6, whole: 9, positive: true }).meta({
  description: 'Units of the underlying in one contract: 100 for an option, 1 for stock, known for common futures',
  examples: ['100'],
});

/** One contract of a position, with the quantity the trader means to hold: bought is positive, sold is negative. */
export const legSchema = z.strictObject({
  id: idSchema,
  instrument_type: z.enum(['option', 'stock', 'future']),
  symbol: symbolSchema.describe("Of the contract; the position's when left out"),
  expiry: daySchema.nullable(),
  strike: priceSchema.nullable(),
  right: z.enum(['call', 'put']).nullable(),
  quantity: quantitySchema.describe('Meant to be held: bought is positive, sold is negative'),
  multiplier: multiplierSchema,
  listed_on: daySchema.nullable().describe('No fill can come before this day'),
  /** Came out of an assignment or exercise; it was never part of what the trader set up. */
  delivered: z.boolean(),
});

export type Leg = z.infer<typeof legSchema>;

export const legInputSchema = z.strictObject({
  id: idSchema,
  instrument_type: legSchema.shape.instrument_type,
  symbol: symbolSchema.optional(),
  expiry: legSchema.shape.expiry.optional(),
  strike: legSchema.shape.strike.optional(),
  right: legSchema.shape.right.optional(),
  quantity: legSchema.shape.quantity,
  multiplier: multiplierSchema.optional(),
  listed_on: legSchema.shape.listed_on.optional(),
});

export type LegInput = z.infer<typeof legInputSchema>;

/** The terms of a leg that may turn out to have been written down wrongly. */
export const legChangeSchema = z.strictObject({
  leg_id: idSchema,
  instrument_type: z.exactOptional(legSchema.shape.instrument_type),
  symbol: z.exactOptional(symbolSchema),
  expiry: z.exactOptional(legSchema.shape.expiry),
  strike: z.exactOptional(legSchema.shape.strike),
  right: z.exactOptional(legSchema.shape.right),
  quantity: z.exactOptional(quantitySchema),
  multiplier: z.exactOptional(multiplierSchema),
  listed_on: z.exactOptional(legSchema.shape.listed_on),
});

export type LegChange = z.infer<typeof legChangeSchema>;

export function legFrom(input: LegInput, positionSymbol: string): Leg | Refusal {
  const { id, instrument_type, symbol = positionSymbol, expiry = null, strike = null, right = null, quantity, listed_on = null } = input;
  const multiplier = input.multiplier ?? usualMultiplier(instrument_type, symbol);
  if (multiplier === undefined) return refusals.multiplier_unknown({ leg_id: id, symbol });
  const leg: Leg = { id, instrument_type, symbol, expiry, strike, right, quantity, multiplier, listed_on, delivered: false };
  return termsProblem(leg) ?? leg;
}

function termsProblem({ id, instrument_type, expiry, strike, right }: Leg): Refusal | undefined {
  const terms = { expiry, strike, right };
  const given = namesWhere(terms, (value) => value !== null);
  const missing = namesWhere(terms, (value) => value === null);
  if (instrument_type === 'option') return missing.length > 0 ? refusals.option_terms_missing({ leg_id: id, missing }) : undefined;
  if (instrument_type === 'future' && expiry === null) return refusals.future_expiry_missing({ leg_id: id });
  const unfit = instrument_type === 'future' ? given.filter((name) => name !== 'expiry') : given;
  return unfit.length > 0 ? refusals.leg_terms_not_for_type({ leg_id: id, instrument_type, terms: unfit }) : undefined;
}

function namesWhere(terms: { readonly [name: string]: string | null }, wanted: (value: string | null) => boolean): string[] {
  return Object.keys(terms).filter((name) => wanted(terms[name] ?? null));
}

/** A corrected leg keeps its id, and its multiplier unless it turns out to be another kind of instrument. */
export function changedLeg(leg: Leg, { leg_id: _, ...changes }: LegChange): Leg | Refusal {
  const { delivered, multiplier, ...terms } = leg;
  const sameType = changes.instrument_type === undefined || changes.instrument_type === leg.instrument_type;
  const corrected = legFrom({ ...terms, ...(sameType ? { multiplier } : {}), ...changes }, leg.symbol);
  return 'refused' in corrected ? corrected : { ...corrected, delivered };
}

/** Equal exactly for legs that are the same contract, whatever their ids and quantities. */
export function contractOf({ instrument_type, symbol, expiry, strike, right, multiplier }: Leg): string {
  return JSON.stringify([instrument_type, symbol, expiry, strike, right, multiplier]);
}

export function legName({ instrument_type, symbol, expiry, strike, right }: Leg): string {
  if (instrument_type === 'option') return `${symbol} ${expiry} ${strike} ${right}`;
  return instrument_type === 'future' ? `${symbol} ${expiry} future` : `${symbol} stock`;
}

export function legById(legs: readonly Leg[], id: Id): Leg | undefined {
  return legs.find((leg) => leg.id === id);
}

/** The leg of a fill that is in the position; its absence is a defect. */
export function legOf(legs: readonly Leg[], id: Id): Leg {
  const leg = legById(legs, id);
  if (leg === undefined) throw new Error(`leg ${id} has fills but does not exist`);
  return leg;
}
