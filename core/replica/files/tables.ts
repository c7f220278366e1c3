import type { Instant } from '@taffrail/domain/kernel';
import type { Table } from 'dexie';

/** A file on this device, under the SHA-256 of what it holds. */
export interface FileRow {
  readonly hash: string;
  readonly media_type: string;
  /** Left out where only the small picture was fetched. */
  readonly content?: Uint8Array;
  /** As it is looked at, in pixels; null for what is no picture. */
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnail?: Uint8Array;
  readonly kept_bytes: number;
  readonly used_at: Instant;
  /** Its hash for as long as the server does not have it; an index of nothing but what waits. */
  readonly waits?: string;
  /** Why the server does not take it. */
  readonly refused?: { readonly code: string; readonly sentence: string };
}

export const fileStores = {
  file: 'hash, waits, [used_at+kept_bytes+hash]',
} as const;

export interface FileTables {
  readonly file: Table<FileRow, string>;
}
