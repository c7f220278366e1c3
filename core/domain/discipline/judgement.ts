import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type NewFact, asJson, derivedId, idSchema } from '../kernel/index.ts';
import { MOST_FINDINGS } from './limits.ts';
import { type Period, scopes } from './period.ts';

/** Which breaches stand in a period, so that judging it again knows what to withdraw. */
export type Judgement = z.infer<typeof judged>;

const LONGEST_PERIOD = 36;

/** A day, a week, a month, or an id. */
export const periodTerms = { scope: z.enum(scopes), key: z.string().min(1).max(LONGEST_PERIOD) };

const judged = z.strictObject({ ...periodTerms, standing: z.array(idSchema).max(MOST_FINDINGS) });

export function judgementId({ scope, key }: Period): Id {
  return derivedId('judgement', scope, key);
}

export function judgementFact(payload: Judgement): NewFact {
  return { aggregate_type: 'judgement', aggregate_id: judgementId(payload), type: 'PeriodJudged', payload: asJson(payload) };
}

export const judgementAggregate: Aggregate<Judgement> = { type: 'judgement', facts: { PeriodJudged: judged }, evolve };

function evolve(judgement: Judgement | undefined, { type, payload }: FoldedFact): Judgement {
  return type === 'PeriodJudged' ? (payload as Judgement) : (judgement as Judgement);
}
