import type { Instant } from '@taffrail/domain/kernel';
import type { ShutOut } from '../line/lineState.ts';
import type { Scope } from '../line/serverLine.ts';
import type { Database } from './database.ts';

/** Where in which log the copy has got to. */
export interface Place {
  readonly log_id: string;
  readonly seq: number;
  /** Facts after this one are on the device; those before are fetched when nothing else is to be done. */
  readonly history_from: number;
}

interface Meta {
  readonly place: Place;
  /** How far the server's clock is ahead of this device's. */
  readonly clock_offset_ms: number;
  readonly saved_at: SavedAt;
  /** What the server lets this device do. */
  readonly scope: Scope;
  /** Since when, and why, the server has not let this device in; null where it does. */
  readonly shut_out: ShutOut | null;
  /** The log that documents and files were last brought to. */
  readonly papers_log_id: string;
  /** Which make of each list the rows are. */
  readonly lists: { readonly [projection: string]: number };
}

export interface SavedAt {
  readonly device?: Instant;
  readonly server?: Instant;
}

export async function readMeta<Name extends keyof Meta>(db: Database, name: Name): Promise<Meta[Name] | undefined> {
  return (await db.meta.get(name))?.value as Meta[Name] | undefined;
}

export async function writeMeta<Name extends keyof Meta>(db: Database, name: Name, value: Meta[Name]): Promise<void> {
  await db.meta.put({ name, value });
}
