import { z } from 'zod';
import { type DecimalText, decimalSchema, percentSchema } from '../kernel/index.ts';
import { fieldKeySchema } from './field.ts';
import { gradeSchema } from './grade.ts';
import { SCORE_PLACES } from './limits.ts';

const score = decimalSchema({ places: SCORE_PLACES, whole: 1, min: '0', max: '1' });

export const valueRuleSchema = z.enum(['required', 'type', 'option', 'min', 'max', 'regex', 'length']);

export type ValueRule = z.infer<typeof valueRuleSchema>;

/** What a checklist comes to, filled in so: its score, its grade, and how much may be risked on it. */
export const evaluationSchema = z.strictObject({
  compliance_score: score.describe('The weights of what is satisfied, as a fraction of all weights, rounded down'),
  grade: gradeSchema,
  risk_cap_pct: percentSchema.describe('The least of the caps below'),
  cap_breakdown: z.strictObject({
    template: z.exactOptional(percentSchema),
    grade: percentSchema,
    account: z.exactOptional(percentSchema),
  }),
  risk_cap_exceeded: z.boolean().describe('Whether more is meant to be risked than that'),
  fields: z.array(
    z.strictObject({
      key: fieldKeySchema,
      weight: z.string() satisfies z.ZodType<DecimalText>,
      satisfied: z.boolean(),
      answered: z.boolean(),
      problem: z.strictObject({ rule: valueRuleSchema, sentence: z.string() }).nullable(),
    }),
  ),
});

export type Evaluation = z.infer<typeof evaluationSchema>;
