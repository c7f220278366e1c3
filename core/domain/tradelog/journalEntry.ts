import { z } from 'zod';
import {
  type Aggregate,
  type FoldedFact,
  type Id,
  type NewFact,
  asJson,
  idSchema,
  instantSchema,
  lineSchema,
  proseSchema,
} from '../kernel/index.ts';
import { LONGEST_NOTES, LONGEST_REFLECTION, LONGEST_TAG, MOST_BIAS_FLAGS } from './limits.ts';
import { reasonSchema } from './positionFacts.ts';

const written = z.strictObject({
  position_id: idSchema,
  object_of_reflection: proseSchema(LONGEST_REFLECTION).meta({
    description: 'What is being looked at',
    examples: ['Was the entry early?'],
  }),
  bias_flags: z
    .array(lineSchema(LONGEST_TAG))
    .max(MOST_BIAS_FLAGS, `a journal entry has at most ${MOST_BIAS_FLAGS} bias flags`)
    .refine((flags) => new Set(flags).size === flags.length, 'the same bias flag is there twice')
    .meta({ description: 'What may have bent the judgement', examples: [['fear of missing out']] }),
  notes: proseSchema(LONGEST_NOTES).nullable(),
  phase: z.enum(['setup', 'entry', 'management', 'exit', 'review']),
});

/** What the trader makes of a trade, at one of its phases. */
export const journalEntrySchema = written.extend({
  id: idSchema,
  created_at: instantSchema,
  /** When it last read differently. */
  revised_at: instantSchema.nullable(),
  withdrawn: z.strictObject({ at: instantSchema, reason: reasonSchema.nullable() }).nullable(),
});

export type JournalEntry = z.infer<typeof journalEntrySchema>;

export const journalEntryFacts = {
  JournalEntryWritten: written,
  JournalEntryRevised: written.omit({ position_id: true }),
  JournalEntryWithdrawn: z.strictObject({ reason: reasonSchema.nullable() }),
};

type JournalEntryFacts = { [Type in keyof typeof journalEntryFacts]: z.infer<(typeof journalEntryFacts)[Type]> };

export function journalEntryFact<Type extends keyof JournalEntryFacts>(entryId: Id, type: Type, payload: JournalEntryFacts[Type]): NewFact {
  return { aggregate_type: 'journal_entry', aggregate_id: entryId, type, payload: asJson(payload) };
}

export const journalEntryAggregate: Aggregate<JournalEntry> = { type: 'journal_entry', facts: journalEntryFacts, evolve };

function evolve(entry: JournalEntry | undefined, fact: FoldedFact): JournalEntry {
  if (fact.type === 'JournalEntryWritten') return created(fact);
  const known = entry as JournalEntry;
  if (fact.type === 'JournalEntryRevised') {
    return { ...known, ...(fact.payload as JournalEntryFacts['JournalEntryRevised']), revised_at: fact.recorded_at };
  }
  if (fact.type !== 'JournalEntryWithdrawn') return known;
  return { ...known, withdrawn: { at: fact.recorded_at, reason: (fact.payload as JournalEntryFacts['JournalEntryWithdrawn']).reason } };
}

function created({ aggregate_id, payload, recorded_at }: FoldedFact): JournalEntry {
  const text = payload as JournalEntryFacts['JournalEntryWritten'];
  return { id: aggregate_id, ...text, created_at: recorded_at, revised_at: null, withdrawn: null };
}
