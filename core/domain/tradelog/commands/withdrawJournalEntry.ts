import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { type JournalEntry, journalEntryFact } from '../journalEntry.ts';
import { reasonSchema } from '../positionFacts.ts';
import { refusals } from '../refusals.ts';

export const withdrawJournalEntryPayload = z.strictObject({ reason: reasonSchema.nullable().default(null) });

export type WithdrawJournalEntry = z.infer<typeof withdrawJournalEntryPayload>;

/** Taken back, not erased: what was thought at the time stays in the facts. */
export const withdrawJournalEntry: CommandRule<JournalEntry, WithdrawJournalEntry> = {
  type: 'WithdrawJournalEntry',
  aggregate: 'journal_entry',
  stance: 'edits',
  payload: withdrawJournalEntryPayload,
  decide: ({ aggregate_id, state, payload }) => {
    if (state.withdrawn !== null) return refusals.entry_withdrawn({ entry_id: aggregate_id });
    return [journalEntryFact(aggregate_id, 'JournalEntryWithdrawn', payload)];
  },
};
