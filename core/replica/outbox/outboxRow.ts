import type { Command, Instant, Settled } from '@taffrail/domain/kernel';
import { keyOf, type Key, type OutboxRow } from '../copy/tables.ts';

type Outcome = Pick<OutboxRow, 'facts' | 'touches' | 'shown' | 'moments' | 'doubt' | 'wanted'>;

/** What a row says about what its command came to. */
export function outcomeOf({ facts, changes }: Settled, shown: readonly Key[]): Outcome {
  return {
    facts,
    touches: changes.map(keyOf),
    shown,
    moments: [...new Set(facts.map(({ occurred_at }) => occurred_at))],
    doubt: null,
    wanted: undefined,
  };
}

export function outboxRow(command: Command, madeAt: Instant, outcome: Outcome): Omit<OutboxRow, 'place'> {
  return { command, command_id: command.command_id, made_at: madeAt, accepted_seq: null, ...outcome };
}
