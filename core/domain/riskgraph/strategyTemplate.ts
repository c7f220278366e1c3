import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type NewFact, asJson, lineSchema, priceSchema, proseSchema } from '../kernel/index.ts';
import { LONGEST_TEMPLATE_DESCRIPTION, LONGEST_TEMPLATE_NAME, MOST_STRATEGY_LEGS, MOST_TARGET_DAYS } from './limits.ts';
import { strategyTermsSchema } from './strategy.ts';
import { strategyLegSchema } from './strategyLeg.ts';

const { instrument_type, right, exercise, quantity, multiplier } = strategyLegSchema.shape;

/** A leg as it stands to the money and to the day, wherever those are. */
const templateLegSchema = z.strictObject({
  instrument_type,
  right,
  exercise,
  strike_offset: priceSchema.nullable().describe('From at the money: above is positive'),
  dte_target: z.int().min(0).max(MOST_TARGET_DAYS).nullable().describe('Days until it expires'),
  quantity,
  multiplier,
});

export type TemplateLeg = z.infer<typeof templateLegSchema>;

/** What is passed on when a template is shared. */
export const templateTermsSchema = z.strictObject({
  name: lineSchema(LONGEST_TEMPLATE_NAME),
  description: proseSchema(LONGEST_TEMPLATE_DESCRIPTION).nullable(),
  symbol: strategyTermsSchema.shape.symbol,
  underlying: strategyTermsSchema.shape.underlying,
  legs: z.array(templateLegSchema).min(1).max(MOST_STRATEGY_LEGS),
  debit_estimate: strategyTermsSchema.shape.debit,
});

export type TemplateTerms = z.infer<typeof templateTermsSchema>;

export type StrategyTemplate = TemplateTerms & {
  readonly id: Id;
  readonly created_at: string;
  readonly removed_at: string | null;
};

export const templateFacts = {
  TemplateSaved: templateTermsSchema,
  TemplateChanged: templateTermsSchema.partial(),
  TemplateRemoved: z.strictObject({}),
};

type TemplateFacts = { [Type in keyof typeof templateFacts]: z.infer<(typeof templateFacts)[Type]> };

export function templateFact<Type extends keyof TemplateFacts>(id: Id, type: Type, payload: TemplateFacts[Type]): NewFact {
  return { aggregate_type: 'strategy_template', aggregate_id: id, type, payload: asJson(payload) };
}

export const templateAggregate: Aggregate<StrategyTemplate> = { type: 'strategy_template', facts: templateFacts, evolve };

function evolve(template: StrategyTemplate | undefined, { type, aggregate_id, payload, recorded_at }: FoldedFact): StrategyTemplate {
  if (type === 'TemplateSaved') return { id: aggregate_id, ...(payload as TemplateTerms), created_at: recorded_at, removed_at: null };
  const known = template as StrategyTemplate;
  if (type === 'TemplateChanged') return { ...known, ...(payload as Partial<TemplateTerms>) };
  return type === 'TemplateRemoved' ? { ...known, removed_at: recorded_at } : known;
}
