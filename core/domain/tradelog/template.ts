import { z } from 'zod';
import { type Id, type Instant, type Refusal, type World, idSchema, isRefusal } from '../kernel/index.ts';
import type { Account } from './account.ts';
import { type Draft, draftOfNew } from './draft.ts';
import { legInputSchema, legSchema, symbolSchema } from './leg.ts';
import { mostLegsSentence, newLegs } from './legs.ts';
import { MOST_LEGS } from './limits.ts';
import { planFrom, planInputSchema, planSchema } from './plan.ts';
import { tagsSchema } from './tags.ts';

/** What a position is made from; an order carries the same until it is executed. */
export const positionTemplateSchema = z.strictObject({
  symbol: symbolSchema,
  underlying: symbolSchema.optional().describe('What it moves with; the symbol when left out'),
  legs: z.array(legInputSchema).min(1, 'a position has at least one leg').max(MOST_LEGS, mostLegsSentence),
  tags: tagsSchema.default([]),
  campaign_id: idSchema.nullable().default(null).describe('Groups trades that belong to one idea'),
  plan: planInputSchema.nullable().default(null),
});

export type TemplateInput = z.infer<typeof positionTemplateSchema>;

/** The same with everything spelled out: whoever reads it later needs no defaults. */
export const resolvedTemplateSchema = z.strictObject({
  symbol: symbolSchema,
  underlying: symbolSchema,
  legs: z.array(legSchema),
  tags: tagsSchema,
  campaign_id: idSchema.nullable(),
  plan: planSchema.nullable(),
});

export type PositionTemplate = z.infer<typeof resolvedTemplateSchema>;

export function resolved(template: TemplateInput, { currency }: Account): PositionTemplate | Refusal {
  const { symbol, underlying = symbol, tags, campaign_id } = template;
  const legs = newLegs(template.legs, symbol);
  if (isRefusal(legs)) return legs;
  const plan = planFrom(template.plan, currency);
  return isRefusal(plan) ? plan : { symbol, underlying, legs: [...legs], tags, campaign_id, plan };
}

export function draftFromTemplate(
  positionId: Id,
  template: PositionTemplate,
  account: Account,
  orderId: Id | null,
  occurredAt: Instant,
  world: World,
): Draft {
  const origin = { account_id: account.id, currency: account.currency, order_id: orderId, continues: null, split_from: null };
  return draftOfNew(positionId, { ...template, ...origin }, occurredAt, world);
}
