import type { Reason } from '@taffrail/domain/discipline';
import type { Day, Id } from '@taffrail/domain/kernel';
import type { LineState, Waiting } from '@taffrail/replica';

/** The book as pages see it. */
export type BookNow =
  | { readonly status: 'opening' }
  /** Nothing in this browser yet. */
  | { readonly status: 'none' }
  | { readonly status: 'failed' }
  | OpenBookNow;

export interface OpenBookNow {
  readonly status: 'open';
  readonly book_id: Id;
  readonly has_server: boolean;
  readonly line: LineState;
  /** What has not reached the server. */
  readonly waits: Pick<Waiting, 'commands' | 'files'>;
  /** Planned today, and nothing said of it since; the newest first. */
  readonly planned: readonly { readonly id: Id; readonly symbol: string }[];
  /** What may be done now where the last plan was booked; null while nobody can say. */
  readonly today: Today | null;
}

export interface Today {
  readonly account_id: Id;
  /** Of the account. */
  readonly day: Day;
  readonly may_trade: boolean;
  readonly trades_left: number | null;
  readonly reasons: readonly Reason[];
}
