import type { Command, Refusal } from '@taffrail/domain/kernel';
import type { CommandAnswer, Cursor, Event, eventsPageSchema, snapshotPageSchema } from '@taffrail/sync';
import type { z } from 'zod';

export type EventsPage = z.infer<typeof eventsPageSchema>;
export type SnapshotPage = z.infer<typeof snapshotPageSchema>;

/** The server of a book, as the device speaks with it. Nothing here throws for what a network or a server does. */
export interface ServerLine {
  /** As many at once as `syncLimits` says, in order. */
  submit(commands: readonly Command[], signal: AbortSignal): Promise<Reply<readonly CommandAnswer[]>>;
  snapshot(after: string | undefined, signal: AbortSignal): Promise<Reply<SnapshotPage>>;
  events(after: number, limit: number, logId: string, signal: AbortSignal): Promise<Reply<EventsPage>>;
  /** Hands on what follows the cursor until the stream ends, and says how it ended. */
  follow(cursor: Cursor, follower: Follower, signal: AbortSignal): Promise<Reply<'ended'>>;
}

export type Scope = 'read' | 'write';

/** What a server says as it begins to answer, as far as it does. */
export interface Greeting {
  readonly server_ms?: number;
  /** What it lets this device do with the book. */
  readonly scope?: Scope;
}

export interface Follower {
  /** The server has taken the cursor; from here on nothing is missed. */
  connected(said: Greeting): void;
  /** Whole commands. The next facts are read once this has resolved; false ends the stream. */
  facts(events: readonly Event[]): Promise<boolean>;
}

/** How a request went, in the ways a device acts on. */
export type Reply<T> = Outcome<T> & {
  /** What time it is at the server, where it said so. */
  readonly server_ms?: number;
};

type Outcome<T> =
  | { readonly kind: 'answered'; readonly value: T }
  /** Not reached, or not now. */
  | { readonly kind: 'later'; readonly sentence: string; readonly after_ms?: number }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'revoked'; readonly sentence: string }
  /** The cursor counts in another log. */
  | { readonly kind: 'start_over' }
  /** The request as it is will never be taken. */
  | { readonly kind: 'refused'; readonly refusal: Refusal };
