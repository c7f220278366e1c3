import { z } from 'zod';
import { decimalSchema, instantSchema, lineSchema } from '../kernel/index.ts';
import { LONGEST_SENTENCE } from './limits.ts';

const LONGEST_RULE = 64;

const figureSchema = decimalSchema({ places: 24, whole: 30 });

/** What stands between a trader and the next trade: it stops it, makes it smaller, or is to be known before it. */
export const reasonSchema = z.strictObject({
  rule: lineSchema(LONGEST_RULE).meta({ examples: ['loss_streak_day'] }),
  effect: z.enum(['stops', 'limits', 'warns']),
  sentence: lineSchema(LONGEST_SENTENCE),
  figure: figureSchema.nullable(),
  limit: figureSchema.nullable(),
  clears_at: instantSchema.nullable().describe('Null where it does not go away by itself'),
});

export type Reason = z.infer<typeof reasonSchema>;
