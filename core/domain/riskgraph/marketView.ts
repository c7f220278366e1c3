import { z } from 'zod';
import {
  type Aggregate,
  type FoldedFact,
  type Id,
  type NewFact,
  asJson,
  decimalSchema,
  derivedId,
  lineSchema,
  priceSchema,
} from '../kernel/index.ts';
import { LONGEST_UNDERLYING } from './limits.ts';

export const volatilitySchema = decimalSchema({ places: 6, whole: 2, min: '0', max: '10' }).meta({
  description: 'A year; 0.2 is 20 %',
  examples: ['0.18'],
});

const rateSchema = decimalSchema({ places: 6, whole: 2, min: '-1', max: '5' });

/** What a trader takes an underlying to be and to do. Nobody feeds prices in, so somebody says them. */
export const marketViewSchema = z.strictObject({
  underlying: lineSchema(LONGEST_UNDERLYING).meta({ examples: ['I:SPX'] }),
  follows: z.enum(['spot', 'future']).describe('What its price is: of something that is held, or of a future'),
  spot: priceSchema.meta({ examples: ['6105.25'] }),
  volatility: volatilitySchema,
  rate: rateSchema.describe('Continuous, a year; 0.04 is 4 %'),
  dividend_yield: rateSchema.describe('What holding it pays, continuous, a year'),
  skew: z
    .strictObject({ slope: decimalSchema({ places: 6, whole: 3 }), curvature: decimalSchema({ places: 6, whole: 3 }) })
    .nullable()
    .describe('How volatility changes with the logarithm of strike over expected price, and with its square'),
});

export type MarketView = z.infer<typeof marketViewSchema>;

/** One for each underlying, whichever device says it first. */
export const marketViewId = (underlying: string): Id => derivedId('market_view', underlying);

export function marketViewFact(view: MarketView): NewFact {
  return { aggregate_type: 'market_view', aggregate_id: marketViewId(view.underlying), type: 'MarketViewSet', payload: asJson(view) };
}

export const marketViewAggregate: Aggregate<MarketView> = {
  type: 'market_view',
  facts: { MarketViewSet: marketViewSchema },
  evolve: (view, { type, payload }: FoldedFact) => (type === 'MarketViewSet' ? (payload as MarketView) : (view as MarketView)),
};
