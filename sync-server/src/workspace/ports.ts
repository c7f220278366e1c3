import type { Instant } from '@taffrail/domain/kernel';

/**
 * All a workspace ever sees of the world. One machine implements these over better-sqlite3 and files; a Durable Object
 * can implement them over its own storage. Each port states what its caller may rely on, and `*.laws.ts` beside an
 * implementation runs the shared suite that holds it to that.
 */

export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = { readonly [column: string]: SqlValue };

/** Reading capability: queries are handed this, so that nothing outside a command can write. */
export interface ReadSql {
  /** All rows, as plain objects. At most 100 parameters; integers come back as numbers and lie within 2^53. */
  all<Row extends object = SqlRow>(statement: string, ...params: readonly SqlValue[]): Row[];
}

export interface Sql extends ReadSql {
  /** One writing statement. */
  run(statement: string, ...params: readonly SqlValue[]): void;
  /** Several statements without parameters, for schemas. */
  exec(statements: string): void;
  /**
   * All of `work` or none of it. Nests: an inner transaction that throws takes back its own writes only.
   * When the outermost one returns, its writes survive a power cut. A promise from `work` throws: nothing may wait inside.
   */
  transaction<T>(work: () => T): T;
}

/** The three ways storage says no. `full` and `busy` pass by themselves; after `broken` the database must be opened anew. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
  readonly kind: 'full' | 'busy' | 'broken';

  constructor(kind: 'full' | 'busy' | 'broken', message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export interface Clock {
  now(): Instant;
  /** Of a stopwatch that never goes back; only differences mean anything. */
  elapsedMs(): number;
}

export interface Ids {
  next(): string;
}

export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Remembers the chain's head outside the database, so that a log cut short or swapped for an older copy is noticed.
 * `write` is called after each commit and before anything is acknowledged; it may lag behind after a power cut, never lead.
 */
export interface HeadWitness {
  read(): Head | undefined;
  write(head: Head): void;
}

/**
 * Files too large for rows, each under the SHA-256 of what it holds; a file made from another adds an ending to that
 * one's name. What is made can be made again, and what is held is the same whenever it is written.
 */
export interface Blobs {
  read(name: string): Promise<Uint8Array | undefined>;
  holds(name: string): Promise<boolean>;
  /** All of it or nothing, and there for good when it resolves. Written again, it counts as written now. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** What all of it takes, whether anything speaks of it or not. */
  heldBytes(): Promise<number>;
  /** Removes what is not kept and was last written before the instant. */
  collect(isKept: (name: string) => boolean, writtenBefore: Instant): Promise<void>;
}

/** Seals what a trader entrusts to the server. What was sealed under one name, in one workspace, opens nowhere else. */
export interface Vault {
  seal(name: string, text: string): Uint8Array;
  /** Undefined where the key is gone, or is another one. */
  open(name: string, sealed: Uint8Array): string | undefined;
}

/** One alarm a workspace: the host calls `wake` at or after the instant; setting it again replaces it. */
export interface Alarm {
  set(at: Instant | undefined): void;
}

/** Runs `work` once the commands that arrived together are all queued: the boundary of a group commit. */
export type Defer = (work: () => void) => void;

/** SHA-256 in hex. A port because both hosts bring their own and neither is synchronous everywhere. */
export type Sha256 = (text: string) => string;

export interface WorkspacePorts {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
  readonly head: HeadWitness;
  readonly blobs: Blobs;
  readonly vault: Vault;
  readonly alarm: Alarm;
  readonly defer: Defer;
}
