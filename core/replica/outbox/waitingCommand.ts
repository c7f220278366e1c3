import { contexts } from '@taffrail/domain';
import type { Command, Instant, Refusal } from '@taffrail/domain/kernel';
import type { Database } from '../copy/database.ts';
import type { OutboxRow } from '../copy/tables.ts';

/** What the trader did and the log does not show yet. */
export interface WaitingCommand {
  readonly command: Command;
  readonly aggregate_type: string;
  readonly made_at: Instant;
  /** The server has taken it; its facts are on their way here. */
  readonly accepted: boolean;
  /** Why it would be refused by what is known here. The server decides all the same. */
  readonly doubt: Refusal | null;
}

export async function readWaiting(db: Database, most?: number): Promise<readonly WaitingCommand[]> {
  const inOrder = db.outbox.orderBy('place');
  return (await (most === undefined ? inOrder : inOrder.limit(most)).toArray()).map(waitingCommand);
}

function waitingCommand({ command, made_at, accepted_seq, doubt }: OutboxRow): WaitingCommand {
  return { command, aggregate_type: aggregateTypeOf(command), made_at, accepted: accepted_seq !== null, doubt };
}

/** Commands come from the contexts this device knows; it decided them. */
export function aggregateTypeOf({ type }: Pick<Command, 'type'>): string {
  for (const { commands } of contexts) {
    const rule = commands.find((candidate) => candidate.type === type);
    if (rule) return rule.aggregate;
  }
  throw new Error(`no context has a command ${type}`);
}
