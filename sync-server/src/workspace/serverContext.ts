import type { AggregateRef, Command, Context, Fact, Id, Instant, Json, Refusal, Versioned } from '@taffrail/domain/kernel';
import type { NoticeDraft } from '@taffrail/sync';
import type { Answer } from './answer.ts';
import type { Blobs, ReadSql, Sql } from './ports.ts';
import type { Reading } from './reading.ts';

/** What a context adds on the server: tables to query by, and work that falls due. Its rules stay in the domain. */
export interface ServerContext {
  readonly context: Context;
  /**
   * Schema steps, forward only; step n leads from version n to n + 1. A step may drop and create tables freely:
   * after any new step the context's states and tables are folded again from the facts.
   */
  readonly migrations: readonly string[];
  /** Every table the migrations leave behind. Verification compares them row by row, a rebuild empties them. */
  readonly tables: readonly string[];
  /** Several contexts may keep rows of one type: each writes its own tables. */
  readonly projections: { readonly [aggregateType: string]: Projection };
  /** Jobs that a fact starts, moves or calls off. What nobody waits for is not asked for: each job that runs is one more wait for the disk. */
  readonly jobsOf?: (fact: Fact, after: Versioned) => readonly JobRequest[];
  /** A job of this kind every book has, from the moment it is opened. */
  readonly standingJob?: string;
  readonly jobs?: { readonly [kind: string]: JobHandler };
  /**
   * What must be so outside the facts before a command of this context is decided, such as a file that has arrived. A refusal from
   * here is not kept: the same command may be sent again once it is so. Undefined, and no promise, where there is nothing to ask.
   */
  readonly precondition?: (command: Command, blobs: Blobs) => Promise<Refusal | undefined> | undefined;
  /** Commands that only doors and jobs of the server send. From a device or a script they are refused, and that is not kept either. */
  readonly notFromOutside?: readonly string[];
  /**
   * Whether what a command says of the book is so: for commands that bring figures, in the moment they are decided, so that nothing comes
   * between looking and deciding. Not kept either.
   */
  readonly unfounded?: (command: Command, book: BookNow) => Refusal | undefined;
  /** What people should hear of when a fact was recorded. */
  readonly noticesOf?: (fact: Fact, stateOf: StateOf) => readonly NoticeDraft[];
  /** What people should hear of because time has passed. Asked again and again: a cause names what is told once. */
  readonly remindersOf?: (sql: ReadSql, now: Instant) => Reminders;
  /** The files that the facts speak of, by the SHA-256 of what they hold. Backups and exports take them along. */
  readonly blobsOf?: (sql: ReadSql, now: Instant) => readonly BlobRef[];
  /** What follows from the facts, as files that people and spreadsheets can read. */
  readonly exportFiles?: (sql: ReadSql, now: Instant) => readonly ExportFile[];
}

/** A state as the facts leave it; undefined where nothing with that id exists. */
export type StateOf = (ref: AggregateRef) => Versioned | undefined;

export type Reminder = NoticeDraft & { readonly cause: string };

export interface Reminders {
  readonly reminders: readonly Reminder[];
  /** When to ask again. */
  readonly nextAt: Instant;
}

export interface BlobRef {
  readonly name: string;
  /** What a file with this content is called by, for the programs that open it: `png`. */
  readonly ending: string;
}

export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Brings the tables from one state to the next. A rebuild calls it once with the final state and no `before`, so it must
 * not care how a state came about: equal states, equal rows.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- each projection is typed where it is written
export type Projection = (sql: Sql, id: Id, before: any, after: any) => void;

/** A book in the middle of a transaction. */
export type BookNow = Pick<Reading, 'read' | 'state'>;

export interface JobRequest {
  readonly kind: string;
  readonly key: string;
  /** `null` calls the job off. */
  readonly due_at: Instant | null;
  /** What was due by then is not put off: whoever goes on asking would put it off for ever. */
  readonly unless_due_by?: Instant;
  /** Left out, a job that waits already keeps what it has. */
  readonly payload?: Json;
}

export interface Job {
  readonly kind: string;
  readonly key: string;
  readonly due_at: Instant;
  readonly payload: Json;
}

export interface JobTools {
  readonly now: Instant;
  readonly blobs: Blobs;
  readonly book: Reading;
  /** Lets everybody else have their turn. */
  rest(): Promise<void>;
  /** What the job is given when it runs again, whatever becomes of this run. */
  remember(payload: Json): void;
  /** Commands of a job carry an id made from the job, so that a job that runs twice decides once. */
  submit(command: Command): Promise<Answer>;
}

/**
 * Runs at least once per due time. Returns when it wants to run again, or nothing when it is done; as a function where that hangs on what
 * is there in the very transaction that ends the run.
 */
export type JobHandler = (job: Job, tools: JobTools) => Promise<Again>;

export type Again = Instant | undefined | (() => Instant | undefined);

/** Every file that the facts of a book speak of. */
export function blobsOf(contexts: readonly ServerContext[], sql: ReadSql, now: Instant): BlobRef[] {
  return contexts.flatMap((context) => context.blobsOf?.(sql, now) ?? []);
}

export type ProjectionsOf = (aggregateType: string) => readonly Projection[];

/** What is to be written when something of a type changes, in the order of the contexts. */
export function projectionsOf(contexts: readonly ServerContext[]): ProjectionsOf {
  const entries = contexts.flatMap(({ projections }) => Object.entries(projections));
  const byType = Map.groupBy(entries, ([type]) => type);
  return (type) => byType.get(type)?.map(([, projection]) => projection) ?? [];
}
