import { z } from 'zod';
import {
  type Aggregate,
  type FoldedFact,
  type Id,
  type Instant,
  type NewFact,
  asJson,
  idSchema,
  percentSchema,
  richTextSchema,
} from '../kernel/index.ts';
import type { Value } from './answer.ts';
import { evaluationSchema } from './evaluation.ts';
import { type Evidence, evidenceSchema } from './evidence.ts';
import { fieldKeySchema } from './field.ts';
import { type ResponseSubject, responseSubjectSchema } from './subject.ts';

const submitted = z.strictObject({
  version_id: idSchema,
  version: z.int().min(1),
  values: z.record(fieldKeySchema, z.union([z.boolean(), z.string(), richTextSchema]) as z.ZodType<Value>),
  comments: z.record(fieldKeySchema, richTextSchema),
  intended_risk_pct: percentSchema.nullable(),
  trade_entered: z.boolean().nullable(),
  evaluation: evaluationSchema,
});

/** What was answered, the version it was an answer to, and what it came to then: none of it changes with the playbook. */
export type Submission = z.infer<typeof submitted> & { readonly submitted_at: Instant };

/** A playbook answered for one trade, or for one instrument on one day. */
export interface PlaybookResponse {
  readonly id: Id;
  readonly subject: ResponseSubject;
  readonly playbook_id: Id;
  readonly begun_at: Instant;
  /** The latest; those before it are in the facts. Null while there is evidence only. */
  readonly submission: Submission | null;
  readonly submissions: number;
  readonly evidence: readonly Evidence[];
  /** The trade that came of an instrument's checklist. */
  readonly position_id: Id | null;
}

const responseFacts = {
  ResponseBegun: z.strictObject({ subject: responseSubjectSchema, playbook_id: idSchema }),
  ResponseSubmitted: submitted,
  EvidenceAdded: evidenceSchema,
  EvidenceChanged: evidenceSchema.omit({ source: true }),
  EvidenceRemoved: evidenceSchema.pick({ evidence_id: true }),
  ResponseLinked: z.strictObject({ position_id: idSchema }),
  ResponseUnlinked: z.strictObject({}),
};

export type ResponseFacts = { [Type in keyof typeof responseFacts]: z.infer<(typeof responseFacts)[Type]> };

export function responseFact<Type extends keyof ResponseFacts>(id: Id, type: Type, payload: ResponseFacts[Type]): NewFact {
  return { aggregate_type: 'playbook_response', aggregate_id: id, type, payload: asJson(payload) };
}

export const responseAggregate: Aggregate<PlaybookResponse> = { type: 'playbook_response', facts: responseFacts, evolve };

type Evolutions = {
  readonly [Type in Exclude<keyof ResponseFacts, 'ResponseBegun'>]: (
    response: PlaybookResponse,
    payload: ResponseFacts[Type],
    fact: FoldedFact,
  ) => PlaybookResponse;
};

const evolutions: Evolutions = {
  ResponseSubmitted: (response, submission, { recorded_at }) => ({
    ...response,
    submission: { ...submission, submitted_at: recorded_at },
    submissions: response.submissions + 1,
  }),
  EvidenceAdded: (response, evidence) => ({ ...response, evidence: [...response.evidence, evidence] }),
  EvidenceChanged: (response, { evidence_id, ...change }) => ({
    ...response,
    evidence: response.evidence.map((each) => (each.evidence_id === evidence_id ? { ...each, ...change } : each)),
  }),
  EvidenceRemoved: (response, { evidence_id }) => ({
    ...response,
    evidence: response.evidence.filter((each) => each.evidence_id !== evidence_id),
  }),
  ResponseLinked: (response, { position_id }) => ({ ...response, position_id }),
  ResponseUnlinked: (response) => ({ ...response, position_id: null }),
};

function evolve(response: PlaybookResponse | undefined, fact: FoldedFact): PlaybookResponse {
  if (fact.type === 'ResponseBegun') return begun(fact);
  if (!Object.hasOwn(evolutions, fact.type)) return response as PlaybookResponse;
  const evolution = evolutions[fact.type as keyof Evolutions] as (
    response: PlaybookResponse,
    payload: unknown,
    fact: FoldedFact,
  ) => PlaybookResponse;
  return evolution(response as PlaybookResponse, fact.payload, fact);
}

function begun({ aggregate_id, payload, recorded_at }: FoldedFact): PlaybookResponse {
  const { subject, playbook_id } = payload as ResponseFacts['ResponseBegun'];
  return {
    id: aggregate_id,
    subject,
    playbook_id,
    begun_at: recorded_at,
    submission: null,
    submissions: 0,
    evidence: [],
    position_id: null,
  };
}
