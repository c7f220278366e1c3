import type { FieldName } from './adapter.ts';

/** Why something cannot be read. Each is something else to do for the trader. */
export type Why =
  /** Nothing is where it should be. */
  | 'no_element'
  /** It is there and nothing has been filled in. */
  | 'empty'
  /** Two places say different things. */
  | 'several'
  | 'not_a_number'
  | 'not_a_symbol'
  /** It says something that the adapter has no meaning for. */
  | 'not_known'
  | 'too_long'
  /** The ticket has more in it than is looked at. */
  | 'too_much'
  /** It may lie where the page lets nobody look. */
  | 'closed'
  /** A password, a card: never read, whoever asks. */
  | 'private'
  /** The page or the adapter is broken here. */
  | 'failed';

/** What is not read is unknown. It is never a zero, an empty text or the last one that was read. */
export type FieldReading =
  | { readonly state: 'read'; readonly value: string; readonly by: string }
  | { readonly state: 'unreadable'; readonly why: Why; readonly seen?: string }
  | { readonly state: 'absent' };

export type FieldReadings = { readonly [Name in FieldName]: FieldReading };

/** The ticket says one thing and the button that sends it another. */
export interface Contradiction {
  readonly field: FieldName;
  readonly ticket: string;
  readonly submit: string;
}

export interface TicketReading {
  readonly adapter_id: string;
  readonly adapter_version: number;
  readonly fields: FieldReadings;
  readonly check_the_ticket: readonly Contradiction[];
  /** Fields that look different from when the adapter was made. */
  readonly changed: readonly FieldName[];
}
