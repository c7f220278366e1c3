import type { Head, Sha256 } from './ports.ts';

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
  return sha256(
    JSON.stringify([
      previousHash,
      row.event_seq,
      row.event_id,
      row.type,
      row.aggregate_type,
      row.aggregate_id,
      row.aggregate_version,
      row.occurred_at,
      row.recorded_at,
      row.command_id,
      row.actor,
      row.payload,
    ]),
  );
}
