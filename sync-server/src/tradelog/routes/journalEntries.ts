import { idSchema, kernelRefusals, type Id, type Versioned } from '@taffrail/domain/kernel';
import {
  journalEntrySchema,
  reviseJournalEntryPayload,
  withdrawJournalEntryPayload,
  writeJournalEntryPayload,
  type JournalEntry,
} from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { defineRoute, dispatch, idsOf, lastSeqOf, type Caller, type DoorAnswer, type Route, type Wish } from '../../http/index.ts';
import { edit } from './common.ts';

const tag = 'Journal entries';
const params = z.object({ id: idSchema });
const shown = journalEntrySchema.extend({ version: z.int().min(1) });
const entryRef = (id: Id) => ({ aggregate_type: 'journal_entry', aggregate_id: id });

const getEntries = defineRoute({
  method: 'GET',
  path: '/api/journal_entries',
  summary: 'List the journal entries of a position',
  tag,
  who: 'viewer',
  query: z.object({ position_id: idSchema }),
  answers: [
    { status: 200, description: 'Entries, oldest first; withdrawn ones say so', schema: z.object({ journal_entries: z.array(shown) }) },
  ],
  door({ workspace, query: { position_id } }) {
    const rows = workspace.read((sql) =>
      sql.all<{ id: Id }>('SELECT id FROM tradelog_journal_entry WHERE position_id = ? ORDER BY created_at, id', position_id),
    );
    return { status: 200, body: { journal_entries: rows.map(({ id }) => entryView(workspace.state(entryRef(id)))) } };
  },
});

const getEntry = defineRoute({
  method: 'GET',
  path: '/api/journal_entries/:id',
  summary: 'Look at a journal entry',
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, description: 'The entry', schema: shown }],
  door({ workspace, params: { id } }) {
    const entry = workspace.state(entryRef(id));
    if (!entry) return kernelRefusals.not_found({ noun: 'journal_entry', id });
    return { status: 200, body: entryView(entry), version: entry.version };
  },
});

const writeEntry = defineRoute({
  method: 'POST',
  path: '/api/journal_entries',
  summary: 'Write a journal entry',
  description: 'What the trader makes of a position, at one of its phases.',
  tag,
  who: 'member',
  headers: { idempotencyKey: 'optional' },
  body: writeJournalEntryPayload.extend({ id: idSchema.optional() }),
  answers: [{ status: 201, description: 'The entry', schema: shown }],
  door(asked) {
    const { id = idsOf(asked)(), ...payload } = asked.body;
    return changeEntry(asked, { type: 'WriteJournalEntry', aggregate_id: id, payload }, 201);
  },
});

const reviseEntry = defineRoute({
  method: 'PATCH',
  path: '/api/journal_entries/:id',
  summary: 'Revise a journal entry',
  description: 'What it said before stays in the log.',
  tag,
  who: 'member',
  params,
  headers: edit,
  body: reviseJournalEntryPayload.meta({ examples: [{ notes: 'The range was narrow; I should have waited.' }] }),
  answers: [{ status: 200, description: 'The entry as it is now', schema: shown }],
  door: (asked) => changeEntry(asked, { type: 'ReviseJournalEntry', aggregate_id: asked.params.id, payload: asked.body }, 200),
});

const withdrawEntry = defineRoute({
  method: 'DELETE',
  path: '/api/journal_entries/:id',
  summary: 'Withdraw a journal entry',
  description: 'Taken back, not erased.',
  tag,
  who: 'member',
  params,
  headers: edit,
  query: z.object({ reason: withdrawJournalEntryPayload.shape.reason.unwrap().unwrap().optional() }),
  answers: [{ status: 200, description: 'The withdrawn entry', schema: shown }],
  door: (asked) =>
    changeEntry(
      asked,
      { type: 'WithdrawJournalEntry', aggregate_id: asked.params.id, payload: { reason: asked.query.reason ?? null } },
      200,
    ),
});

export const journalEntryRoutes: readonly Route[] = [getEntries, getEntry, writeEntry, reviseEntry, withdrawEntry];

async function changeEntry(caller: Caller, wish: Wish, status: number): Promise<DoorAnswer> {
  const answer = await dispatch(caller, wish);
  if (answer.outcome === 'refused') return answer;
  const entry = caller.workspace.stateAsOf(entryRef(wish.aggregate_id), lastSeqOf(answer));
  return { status, body: entryView(entry), version: answer.version, headers: { location: `/api/journal_entries/${wish.aggregate_id}` } };
}

function entryView(entry: Versioned | undefined): z.infer<typeof shown> {
  const { version, state } = entry as Versioned<JournalEntry>;
  return { ...state, version };
}
