import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type Instant, type NewFact, asJson, idSchema, lineSchema } from '../kernel/index.ts';
import { LONGEST_REASON, MOST_REASONS } from './limits.ts';
import { reasonSchema } from './reason.ts';

export const overrideTerms = z.strictObject({
  account_id: idSchema,
  position_id: idSchema.nullable().describe('The trade it is for, which may not be in the book yet'),
  reasons: z.array(reasonSchema).min(1, 'an override goes over at least one reason').max(MOST_REASONS).describe('What stood against it'),
  reason: lineSchema(LONGEST_REASON).meta({
    description: 'Why all the same, for the record',
    examples: ['Closing a hedge of the day before'],
  }),
});

export type OverrideTerms = z.infer<typeof overrideTerms>;

/** That a trader went on although the rules said no, and what they said. Nothing changes it afterwards. */
export type Override = OverrideTerms & { readonly id: Id; readonly declared_at: Instant };

export function overrideFact(id: Id, payload: OverrideTerms): NewFact {
  return { aggregate_type: 'override', aggregate_id: id, type: 'OverrideDeclared', payload: asJson(payload) };
}

export const overrideAggregate: Aggregate<Override> = { type: 'override', facts: { OverrideDeclared: overrideTerms }, evolve };

function evolve(override: Override | undefined, { aggregate_id, type, payload, occurred_at }: FoldedFact): Override {
  if (type !== 'OverrideDeclared') return override as Override;
  return { id: aggregate_id, ...(payload as OverrideTerms), declared_at: occurred_at };
}
