import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type Instant, type NewFact, asJson } from '../kernel/index.ts';
import { type Finding, findingSchema } from './finding.ts';

/** Why a period was judged again. */
export const becauseSchema = z.enum(['trade_changed', 'rules_changed']);

type Because = z.infer<typeof becauseSchema>;

/** A rule that was broken, once in each place. It is never erased: one that no longer holds says so, and why. */
export interface Breach {
  readonly id: Id;
  /** As it was judged last. */
  readonly finding: Finding;
  readonly recorded_at: Instant;
  readonly withdrawn: { readonly at: Instant; readonly because: Because } | null;
}

const breachFacts = {
  BreachRecorded: findingSchema,
  /** It still holds, with other figures. */
  BreachChanged: findingSchema,
  BreachWithdrawn: z.strictObject({ because: becauseSchema }),
};

type BreachFacts = { [Type in keyof typeof breachFacts]: z.infer<(typeof breachFacts)[Type]> };

export function breachFact<Type extends keyof BreachFacts>(id: Id, type: Type, payload: BreachFacts[Type]): NewFact {
  return { aggregate_type: 'breach', aggregate_id: id, type, payload: asJson(payload) };
}

export const breachAggregate: Aggregate<Breach> = { type: 'breach', facts: breachFacts, evolve };

function evolve(breach: Breach | undefined, { aggregate_id, type, payload, recorded_at }: FoldedFact): Breach {
  if (type === 'BreachRecorded') return { id: aggregate_id, finding: payload as Finding, recorded_at, withdrawn: null };
  const known = breach as Breach;
  if (type === 'BreachChanged') return { ...known, finding: payload as Finding };
  if (type !== 'BreachWithdrawn') return known;
  return { ...known, withdrawn: { at: recorded_at, because: (payload as BreachFacts['BreachWithdrawn']).because } };
}
