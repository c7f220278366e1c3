import type { Command, Instant, Json } from '@taffrail/domain/kernel';
import { canonical } from './canonical.ts';
import type { ReadSql, Sha256, Sql } from './ports.ts';

/** What was decided on a command, kept for ever: the same command gets the same answer however often it is sent. */
export type Receipt = { readonly input_hash: string; readonly recorded_at: Instant; readonly decided: Decided };

export type Decided =
  | { readonly outcome: 'accepted'; readonly first_seq: number; readonly last_seq: number; readonly version: number }
  | { readonly outcome: 'refused'; readonly code: string; readonly sentence: string; readonly details: { readonly [key: string]: Json } };

/** Of facts that a device brought along: it knows that they were decided, and not what exactly had been asked. */
export const INPUT_UNKNOWN = 'unknown';

/** Everything a command says but its id: the same id with another input is another command by mistake. */
export function inputHashOf(command: Command, sha256: Sha256): string {
  const { command_id: _, ...input } = command;
  return sha256(canonical(input));
}

export function readReceipt(sql: ReadSql, commandId: string): Receipt | undefined {
  const row = sql.all<{ input_hash: string; recorded_at: string; answer: string }>(
    'SELECT input_hash, recorded_at, answer FROM receipt WHERE command_id = ?',
    commandId,
  )[0];
  return row && { input_hash: row.input_hash, recorded_at: row.recorded_at, decided: JSON.parse(row.answer) as Decided };
}

export function writeReceipt(sql: Sql, commandId: string, receipt: Receipt): void {
  sql.run(
    'INSERT INTO receipt (command_id, input_hash, recorded_at, answer) VALUES (?, ?, ?, ?)',
    commandId,
    receipt.input_hash,
    receipt.recorded_at,
    JSON.stringify(receipt.decided),
  );
}
