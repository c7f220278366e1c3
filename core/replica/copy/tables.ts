import type { AggregateRef, Command, Id, Instant, Refusal, SettledFact, Versioned } from '@taffrail/domain/kernel';
import type { Event } from '@taffrail/sync';

/** `<type>/<id>`: how everything in the copy names one thing. */
export type Key = string;

export const keyOf = ({ aggregate_type, aggregate_id }: AggregateRef): Key => `${aggregate_type}/${aggregate_id}`;

export function refOf(key: Key): AggregateRef {
  const slash = key.indexOf('/');
  return { aggregate_type: key.slice(0, slash), aggregate_id: key.slice(slash + 1) };
}

/** What the log has confirmed, and what the device expects on top of it while commands wait. */
export interface StateRow extends AggregateRef {
  readonly key: Key;
  readonly confirmed: Versioned | undefined;
  readonly expected: Versioned | undefined;
}

export const seenOf = (row: StateRow | undefined): Versioned | undefined => row?.expected ?? row?.confirmed;

export type FactRow = Event;

/** A command that the log does not show yet, with what it came to here. */
export interface OutboxRow {
  /** Given by the database, so that tabs which append at the same moment get different ones. */
  readonly place: number;
  readonly command: Command;
  readonly command_id: string;
  /** The moment it was decided here, and is decided here again. */
  readonly made_at: Instant;
  readonly facts: readonly SettledFact[];
  /** What the facts are about. */
  readonly touches: readonly Key[];
  /** All the decision looked at. When any of it changes, the command is decided again. */
  readonly shown: readonly Key[];
  /** When its facts happened in the market. */
  readonly moments: readonly Instant[];
  /** Why it would be refused here by now. It is sent all the same: the server decides. */
  readonly doubt: Refusal | null;
  /** In doubt: how its thing would have been when it still made sense. */
  readonly wanted: Versioned | undefined;
  /** The server said yes, and this is the last of its facts; it leaves when that has arrived. */
  readonly accepted_seq: number | null;
}

/** A command that was refused, and what it would have come to. */
export interface ConflictRow {
  readonly command_id: string;
  readonly command: Command;
  readonly code: string;
  readonly sentence: string;
  readonly aggregate_type: string;
  readonly wanted: Versioned | undefined;
  readonly made_at: Instant;
  readonly refused_at: Instant;
}

/** One line of a list, worked out when its state is written. */
export interface ListRow {
  readonly id: Id;
  /** Neighbours it was worked out from. */
  readonly reads: readonly Key[];
  readonly row: unknown;
}

/** Some lines of a list, kept as one: a browser reads a few hundred records of many lines far sooner than ten thousand of one. */
export interface SheetRow {
  readonly projection: string;
  readonly sheet: string;
  /** All that any of its lines reads. */
  readonly reads: readonly Key[];
  /** As one text: a browser parses it sooner than it copies as many objects out of its database. */
  readonly text: string;
}

export interface MetaRow {
  readonly name: string;
  readonly value: unknown;
}
