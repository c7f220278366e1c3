import { z } from 'zod';
import { type Refusal, daySchema, decimalSchema, idSchema, priceSchema, quantitySchema } from '../kernel/index.ts';
import { volatilitySchema } from './marketView.ts';
import { refusals } from './refusals.ts';

/** One contract of a strategy: bought is positive, sold is negative. */
export const strategyLegSchema = z.strictObject({
  id: idSchema,
  instrument_type: z.enum(['option', 'stock', 'future']),
  expiry: daySchema.nullable(),
  strike: priceSchema.nullable(),
  right: z.enum(['call', 'put']).nullable(),
  exercise: z.enum(['american', 'european']).nullable().describe('When an option may be exercised: at any time, or on its last day'),
  volatility: volatilitySchema.optional().describe('Of an option, its own; left out where it is that of the market'),
  quantity: quantitySchema,
  multiplier: decimalSchema({ places: 6, whole: 9, positive: true }).meta({ examples: ['100'] }),
});

export type StrategyLeg = z.infer<typeof strategyLegSchema>;

/** Options have all of their terms, futures an expiry, stock none. */
export function termsProblem(legs: readonly StrategyLeg[]): Refusal | undefined {
  for (const { id, instrument_type, expiry, strike, right, exercise, volatility = null } of legs) {
    const terms = Object.entries({ expiry, strike, right, exercise });
    const wanted = TERMS[instrument_type];
    const missing = terms.flatMap(([term, value]) => (wanted.includes(term) && value === null ? term : []));
    if (missing.length > 0) return refusals.strategy_terms_missing({ leg_id: id, instrument_type, missing });
    const said = [...terms, ...(instrument_type === 'option' ? [] : [['volatility', volatility] as const])];
    const unfit = said.flatMap(([term, value]) => (!wanted.includes(term) && value !== null ? term : []));
    if (unfit.length > 0) return refusals.strategy_terms_unfit({ leg_id: id, instrument_type, unfit });
  }
  const ids = legs.map(({ id }) => id);
  const twice = ids.find((id, place) => ids.indexOf(id) < place);
  return twice === undefined ? undefined : refusals.strategy_leg_twice({ leg_id: twice });
}

const TERMS: { readonly [Type in StrategyLeg['instrument_type']]: readonly string[] } = {
  option: ['expiry', 'strike', 'right', 'exercise'],
  future: ['expiry'],
  stock: [],
};
