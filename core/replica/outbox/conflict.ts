import { isRefusal, type Change, type Instant, type Refusal, type Versioned } from '@taffrail/domain/kernel';
import { change, type Copy, type OpenCopy } from '../copy/copy.ts';
import { keyOf, seenOf, type ConflictRow, type OutboxRow } from '../copy/tables.ts';
import { replicaRefusals } from '../refusals.ts';
import { dispatchWithin, type Wish } from './dispatch.ts';
import { expectedBefore } from './retell.ts';
import { aggregateTypeOf } from './waitingCommand.ts';

/** What the trader wanted and the server refused: both sides, until the trader has chosen. */
export interface Conflict {
  readonly id: string;
  readonly wish: Wish;
  readonly aggregate_type: string;
  /** How it would have been; undefined where it could not be worked out here either. */
  readonly wanted: Versioned | undefined;
  /** How it is. */
  readonly now: Versioned | undefined;
  readonly code: string;
  readonly sentence: string;
  readonly made_at: Instant;
  readonly refused_at: Instant;
}

/** What becomes of a command that was refused. Read before its row is taken out. */
export async function conflictRow({ db, now }: Copy, row: OutboxRow, { code, sentence }: Refusal): Promise<ConflictRow> {
  const { command_id, command, made_at } = row;
  const aggregate_type = aggregateTypeOf(command);
  const key = keyOf({ aggregate_type, aggregate_id: command.aggregate_id });
  const wanted = row.doubt === null ? await expectedBefore(db, key, row.place + 1, (await db.state.get(key))?.confirmed) : row.wanted;
  return { command_id, command, code, sentence, aggregate_type, wanted, made_at, refused_at: now() };
}

export async function readConflicts({ db }: Copy): Promise<readonly Conflict[]> {
  const rows = await db.conflict.toArray();
  const states = await db.state.bulkGet(
    rows.map(({ aggregate_type, command: { aggregate_id } }) => keyOf({ aggregate_type, aggregate_id })),
  );
  return rows
    .map((row, index) => conflictOf(row, seenOf(states[index])))
    .toSorted((a, b) => (a.made_at < b.made_at ? -1 : Number(a.made_at > b.made_at)));
}

function conflictOf({ command_id: id, command, ...row }: ConflictRow, now: Versioned | undefined): Conflict {
  const { command_id: _, ...wish } = command;
  return { id, wish: wish as Wish, now, ...row };
}

/** `keep_theirs`: what is true now stays. `apply_mine`: the same wish again, made on what is true now, as a command of its own. */
export type Choice = 'keep_theirs' | 'apply_mine';

export function resolve(opened: OpenCopy, conflictId: string, choice: Choice): Promise<readonly Change[] | Refusal> {
  return change(opened, async (copy, draft) => {
    const row = await copy.db.conflict.get(conflictId);
    if (row === undefined) return replicaRefusals.no_such_conflict({ conflict_id: conflictId });
    const changes = choice === 'apply_mine' ? await dispatchWithin(copy, draft, [await wishAgain(copy, row)]) : [];
    if (isRefusal(changes)) return changes;
    await copy.db.conflict.delete(conflictId);
    draft.outboxChanged();
    return changes;
  });
}

async function wishAgain({ db }: Copy, { command, aggregate_type }: ConflictRow): Promise<Wish> {
  const { command_id: _, expected_version, ...wish } = command;
  const current = seenOf(await db.state.get(keyOf({ aggregate_type, aggregate_id: command.aggregate_id })));
  const isMadeOn = expected_version !== undefined && current !== undefined;
  return { ...(wish as Wish), ...(isMadeOn && { expected_version: current.version }) };
}

/** Undoes a choice that changed nothing else: the conflict is there again. */
export async function reconsider(opened: OpenCopy, { id, wish, now: _, ...row }: Conflict): Promise<void | Refusal> {
  return change(opened, async ({ db }, draft) => {
    await db.conflict.put({ command_id: id, command: { ...wish, command_id: id }, ...row });
    draft.outboxChanged();
  });
}
