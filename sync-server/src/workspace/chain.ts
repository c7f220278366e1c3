import type { Head, Sha256, SqlValue } from './ports.ts';

/** Before the first fact. */
export const GENESIS: Head = { seq: 0, hash: '0'.repeat(64) };

/** A fact as its row holds it; `payload` is canonical JSON text. */
export interface FactRow {
  readonly event_seq: number;
  readonly event_id: string;
  readonly type: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly command_id: string;
  readonly actor: string;
  readonly payload: string;
}

/**
 * Each fact's hash covers the one before it, so that no fact can be changed, dropped, added or moved unnoticed.
 * It covers the row's own text: verification needs no parsing, and every stored byte of a fact counts.
 */
export function linkHash(previousHash: string, row: FactRow, sha256: Sha256): string {
  return sha256(JSON.stringify([previousHash, ...factValues(row)]));
}

/** A fact's columns, in the order its hash covers them. */
export const FACT_COLUMNS = [
  'event_seq',
  'event_id',
  'type',
  'aggregate_type',
  'aggregate_id',
  'aggregate_version',
  'occurred_at',
  'recorded_at',
  'command_id',
  'actor',
  'payload',
] as const satisfies readonly (keyof FactRow)[];

export const factValues = (row: FactRow): SqlValue[] => FACT_COLUMNS.map((column) => row[column]);
