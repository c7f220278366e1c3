import { z } from 'zod';
import { type Id, type Instant, type Refusal, type World, idSchema, isRefusal } from '../kernel/index.ts';
import type { Account } from './account.ts';
import { type Draft, draftOfNew } from './draft.ts';
import { legInputSchema, symbolSchema } from './leg.ts';
import { mostLegsSentence, newLegs } from './legs.ts';
import { MOST_LEGS } from './limits.ts';
import { planFrom, planInputSchema } from './plan.ts';
import { tagsSchema } from './tags.ts';

/** What a position is made from; an order carries the same until it is executed. */
export const positionTemplateSchema = z.strictObject({
  symbol: symbolSchema,
  underlying: symbolSchema.optional(),
  legs: z.array(legInputSchema).min(1, 'a position has at least one leg').max(MOST_LEGS, mostLegsSentence),
  tags: tagsSchema.default([]),
  campaign_id: idSchema.nullable().default(null),
  plan: planInputSchema.nullable().default(null),
});

export type PositionTemplate = z.infer<typeof positionTemplateSchema>;

export function draftFromTemplate(
  positionId: Id,
  template: PositionTemplate,
  account: Account,
  orderId: Id | null,
  occurredAt: Instant,
  world: World,
): Draft | Refusal {
  const { symbol, underlying = symbol, tags, campaign_id } = template;
  const legs = newLegs(template.legs, symbol);
  if (isRefusal(legs)) return legs;
  const plan = planFrom(template.plan, account.currency);
  if (isRefusal(plan)) return plan;
  const from = { account_id: account.id, currency: account.currency, order_id: orderId, continues: null, split_from: null };
  return draftOfNew(positionId, { ...from, symbol, underlying, tags, campaign_id, plan, legs: [...legs] }, occurredAt, world);
}
