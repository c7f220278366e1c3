import type { z } from 'zod';
import { type CommandRule, kernelRefusals } from '../../kernel/index.ts';
import { type JournalEntry, journalEntryFact, journalEntryFacts } from '../journalEntry.ts';
import { positionRef } from './neighbours.ts';

const { bias_flags, notes } = journalEntryFacts.JournalEntryWritten.shape;

export const writeJournalEntryPayload = journalEntryFacts.JournalEntryWritten.extend({
  bias_flags: bias_flags.default([]),
  notes: notes.default(null),
});

export type WriteJournalEntry = z.infer<typeof writeJournalEntryPayload>;

export const writeJournalEntry: CommandRule<JournalEntry, WriteJournalEntry> = {
  type: 'WriteJournalEntry',
  aggregate: 'journal_entry',
  stance: 'creates',
  payload: writeJournalEntryPayload,
  reads: ({ payload }) => [positionRef(payload.position_id)],
  decide: ({ aggregate_id, payload }, world) => {
    const { position_id } = payload;
    if (world.read('position', position_id) === undefined) return kernelRefusals.not_found({ noun: 'position', id: position_id });
    return [journalEntryFact(aggregate_id, 'JournalEntryWritten', payload)];
  },
};
