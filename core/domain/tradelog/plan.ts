import { z } from 'zod';
import { type Refusal, isRefusal, moneySchema, priceSchema, proseSchema } from '../kernel/index.ts';
import { moneyIn, riskAmountSchema } from './amount.ts';
import { LONGEST_NOTES } from './limits.ts';

const thesisSchema = proseSchema(LONGEST_NOTES);

/** What the trader intends, before and while the trade is on. */
export const planSchema = z.strictObject({
  entry: priceSchema.nullable(),
  stop: priceSchema.nullable(),
  target: priceSchema.nullable(),
  risk: moneySchema.nullable(),
  thesis: thesisSchema.nullable(),
});

export type Plan = z.infer<typeof planSchema>;

export const planInputSchema = z.strictObject({
  entry: priceSchema.nullish().describe('The price to get in at'),
  stop: priceSchema.nullish().describe('The price to get out at when wrong; frozen with the first fill'),
  target: priceSchema.nullish().describe('The price to get out at when right'),
  risk: riskAmountSchema.nullish().describe("What it may lose, in the account's currency; goes before the stop"),
  thesis: thesisSchema.nullish().describe('Why this trade'),
});

export type PlanInput = z.infer<typeof planInputSchema>;

export function planFrom(input: PlanInput | null | undefined, currency: string): Plan | null | Refusal {
  if (input === null || input === undefined) return null;
  const risk = typeof input.risk === 'string' ? moneyIn(currency, input.risk, 'A planned risk') : null;
  if (isRefusal(risk)) return risk;
  return { entry: input.entry ?? null, stop: input.stop ?? null, target: input.target ?? null, risk, thesis: input.thesis ?? null };
}
