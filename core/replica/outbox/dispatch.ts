import {
  commandSchema,
  invalidInput,
  isRefusal,
  type Change,
  type Command,
  type Id,
  type Instant,
  type Json,
  type Refusal,
  type Versioned,
} from '@taffrail/domain/kernel';
import { change, type Copy, type Draft, type OpenCopy } from '../copy/copy.ts';
import { readMeta, writeMeta } from '../copy/meta.ts';
import { keyOf, seenOf, type Key, type OutboxRow } from '../copy/tables.ts';
import { replicaRefusals } from '../refusals.ts';
import { outboxRow, outcomeOf } from './outboxRow.ts';
import { settleHere, type Known } from './settleHere.ts';

/** What a trader wants, before the device makes a command of it. */
export interface Wish {
  readonly type: string;
  readonly aggregate_id: Id;
  readonly payload: Json;
  /** When it happened, where the trader says so. Left out, it happened now. */
  readonly occurred_at?: Instant;
  readonly expected_version?: number;
}

/**
 * Decides here, at once, and writes what comes of it: all the wishes or none. Each sees what those before it led to.
 * Resolves when it is durable on this device.
 */
export function dispatch(copy: OpenCopy, wishes: readonly Wish[]): Promise<readonly Change[] | Refusal> {
  return change(copy, (within, draft) => dispatchWithin(within, draft, wishes));
}

export async function dispatchWithin(copy: Copy, draft: Draft, wishes: readonly Wish[]): Promise<readonly Change[] | Refusal> {
  const { db } = copy;
  if ((await readMeta(db, 'scope')) === 'read') return replicaRefusals.reads_only();
  const madeAt = copy.now();
  const commands = wishes.map((wish) => commandOf(wish, copy.nextId(), madeAt));
  const refused = commands.find((command) => isRefusal(command));
  if (refused) return refused;
  const decided = await decideInTurn(copy, commands as readonly Command[], madeAt);
  if (isRefusal(decided)) return decided;
  await db.outbox.bulkAdd([...decided.rows]);
  const rows = await db.state.bulkGet(decided.changes.map(keyOf));
  await draft.writeStates(decided.changes.map((each, index) => [keyOf(each), { confirmed: rows[index]?.confirmed, expected: each.after }]));
  await writeMeta(db, 'saved_at', { ...(await readMeta(db, 'saved_at')), device: madeAt });
  draft.outboxChanged();
  return decided.changes;
}

/** As the server will read it: what a round through JSON drops is not decided on here either. */
function commandOf(wish: Wish, commandId: Id, now: Instant): Command | Refusal {
  const command = commandSchema.safeParse(JSON.parse(JSON.stringify({ occurred_at: now, ...wish, command_id: commandId })));
  return command.success ? command.data : invalidInput(command.error);
}

async function decideInTurn({ db }: Copy, commands: readonly Command[], madeAt: Instant) {
  const known: Known = new Map();
  const load = async (key: Key): Promise<Versioned | undefined> => seenOf(await db.state.get(key));
  const changes = new Map<Key, Change>();
  const rows: Omit<OutboxRow, 'place'>[] = [];
  for (const command of commands) {
    const { outcome, shown } = await settleHere(command, madeAt, known, load);
    if (isRefusal(outcome)) return outcome;
    for (const each of outcome.changes) {
      const key = keyOf(each);
      known.set(key, each.after);
      changes.set(key, { ...each, before: changes.has(key) ? changes.get(key)?.before : each.before });
    }
    rows.push(outboxRow(command, madeAt, outcomeOf(outcome, shown)));
  }
  return { rows, changes: [...changes.values()] };
}
