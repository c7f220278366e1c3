import { someOf, type Desk, type Habit } from './desk.ts';

export const journalHabits: readonly Habit[] = [
  { weight: 4, think: write },
  { weight: 2, think: revise },
  { weight: 0.7, think: withdraw },
];

const PHASES = ['setup', 'entry', 'management', 'exit', 'review'] as const;

function write({ random, positions, newId }: Desk) {
  const position = someOf(random, positions, () => true);
  const payload = {
    object_of_reflection: 'Was the entry patient?',
    bias_flags: random.pick([[], ['fomo'], ['anchoring', 'haste']]),
    phase: random.pick(PHASES),
  };
  return position && { type: 'WriteJournalEntry', aggregate_id: newId(), payload: { position_id: position.id, ...payload } };
}

function revise({ random, entries }: Desk) {
  const entry = someOf(random, entries, ({ withdrawn }) => withdrawn === null);
  const payload = random.pick([{ notes: `Looked at it again.\nTake ${random.between(2, 9)}.` }, { phase: random.pick(PHASES) }]);
  return entry && { type: 'ReviseJournalEntry', aggregate_id: entry.id, expected_version: entry.version, payload };
}

function withdraw({ random, entries }: Desk) {
  const entry = someOf(random, entries, ({ withdrawn }) => withdrawn === null);
  return (
    entry && { type: 'WithdrawJournalEntry', aggregate_id: entry.id, expected_version: entry.version, payload: { reason: 'wrong trade' } }
  );
}
