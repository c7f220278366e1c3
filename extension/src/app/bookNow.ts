import type { Reason } from '@taffrail/domain/discipline';
import type { Day, DecimalText, Id, Instant } from '@taffrail/domain/kernel';
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
  /** The newest first; as many as there is room for. */
  readonly planned: readonly PlannedTrade[];
  /** What may be done now where the last plan was booked; null while nobody can say. */
  readonly today: Today | null;
}

/** A trade of which nobody has said yet what became of it. */
export interface PlannedTrade {
  readonly id: Id;
  readonly symbol: string;
  readonly planned_at: Instant;
  /** What a fill is of; null where there are several legs, each of which is filled at a price of its own. */
  readonly leg: { readonly side: 'buy' | 'sell'; readonly quantity: DecimalText } | null;
}

export interface Today {
  readonly account_id: Id;
  /** Of the account. */
  readonly day: Day;
  readonly may_trade: boolean;
  readonly trades_left: number | null;
  readonly reasons: readonly Reason[];
}
