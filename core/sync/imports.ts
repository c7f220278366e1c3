import { aggregateFor, idSchema, instantSchema, type Context, type Fact, sameJson } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { syncLimits } from './limits.ts';
import { eventSchema, type Event } from './protocol.ts';

/** What names an import. The same for the same facts, so that sending them again goes on where it stopped. */
export const importIdSchema = z
  .string()
  .regex(/^[\da-f]{64}$/, 'an import is named by 64 small hexadecimal digits, such as the SHA-256 of its facts')
  .meta({ examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'] });

export const importPageSchema = z.strictObject({
  after: z.int().min(0).describe('How many facts come before these'),
  facts: z
    .array(eventSchema)
    .min(1, 'send at least one fact')
    .max(syncLimits.eventsPerPage, `at most ${syncLimits.eventsPerPage} facts fit one request; send the rest in the next`)
    .describe('As /api/events shows them, from the first one on'),
});

export const importHeldSchema = z.object({ held: z.int().min(0).describe('How many of its facts have arrived; go on behind them') });

export const importFinishSchema = z.strictObject({ facts: z.int().min(1).describe('How many there are in all') });

export const importDoneSchema = z.object({
  log_id: z.string().describe('The log that the facts are in from now on'),
  last_seq: z.int().min(1),
});

const factSchema = eventSchema.extend({
  event_id: idSchema,
  aggregate_id: idSchema,
  occurred_at: instantSchema,
  recorded_at: instantSchema,
});

/** What is wrong with one fact of a log that somebody brings. A type that nobody here knows was written by a newer Taffrail and is kept as it is. */
export function factProblem(contexts: readonly Context[], fact: unknown): string | undefined {
  const parsed = factSchema.safeParse(fact);
  return parsed.success ? payloadProblem(contexts, parsed.data) : problemOf(parsed.error);
}

export function payloadProblem(
  contexts: readonly Context[],
  { aggregate_type, type, payload }: Pick<Fact, 'aggregate_type' | 'type' | 'payload'>,
): string | undefined {
  const facts = aggregateFor(contexts, aggregate_type)?.facts ?? {};
  const schema = Object.hasOwn(facts, type) ? facts[type] : undefined;
  const parsed = schema?.safeParse(payload);
  if (parsed === undefined) return undefined;
  if (!parsed.success) return problemOf(parsed.error);
  // A door takes 12.5 for "12.50"; a fact is kept in the one way it is written, and what reads it rests on that.
  return sameJson(parsed.data, payload) ? undefined : 'its payload is written in another way than facts are';
}

export interface Misplaced {
  /** Which fact, counted from 1. */
  readonly fact: number;
  readonly problem: string;
}

/** The first fact that does not follow from those before it, where there is one. A chain of hashes would prove as much; devices have none. */
export function findMisplaced(facts: readonly Event[]): Misplaced | undefined {
  const [ids, versions, commands] = [new Set<string>(), new Map<string, number>(), new Set<string>()];
  let command: string | undefined;
  for (const [index, fact] of facts.entries()) {
    const at = index + 1;
    const key = `${fact.aggregate_type}/${fact.aggregate_id}`;
    const before = versions.get(key) ?? 0;
    if (fact.event_seq !== at) return { fact: at, problem: `it says it is number ${fact.event_seq}` };
    if (ids.has(fact.event_id)) return { fact: at, problem: 'its id is there already' };
    if (fact.aggregate_version !== before + 1) {
      return { fact: at, problem: `it is version ${fact.aggregate_version} of something at version ${before}` };
    }
    if (fact.command_id !== command && commands.has(fact.command_id)) return { fact: at, problem: 'its command had been done before' };
    ids.add(fact.event_id);
    versions.set(key, fact.aggregate_version);
    commands.add(fact.command_id);
    command = fact.command_id;
  }
  return undefined;
}

export function problemOf(error: z.ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'not understood'}`;
}
