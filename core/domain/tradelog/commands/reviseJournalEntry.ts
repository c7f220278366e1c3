import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { type JournalEntry, journalEntryFact, journalEntryFacts } from '../journalEntry.ts';
import { refusals } from '../refusals.ts';

const revised = journalEntryFacts.JournalEntryRevised.shape;

export const reviseJournalEntryPayload = z.strictObject({
  object_of_reflection: z.exactOptional(revised.object_of_reflection),
  bias_flags: z.exactOptional(revised.bias_flags),
  notes: z.exactOptional(revised.notes),
  phase: z.exactOptional(revised.phase),
});

export type ReviseJournalEntry = z.infer<typeof reviseJournalEntryPayload>;

export const reviseJournalEntry: CommandRule<JournalEntry, ReviseJournalEntry> = {
  type: 'ReviseJournalEntry',
  aggregate: 'journal_entry',
  stance: 'edits',
  payload: reviseJournalEntryPayload,
  decide: ({ aggregate_id, state, payload }) => {
    if (state.withdrawn !== null) return refusals.entry_withdrawn({ entry_id: aggregate_id });
    if (Object.keys(payload).length === 0) return refusals.nothing_to_change();
    const { object_of_reflection, bias_flags, notes, phase } = { ...state, ...payload };
    return [journalEntryFact(aggregate_id, 'JournalEntryRevised', { object_of_reflection, bias_flags, notes, phase })];
  },
};
