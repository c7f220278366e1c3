import type { Refusal } from '@taffrail/domain/kernel';
import type { Dexie } from 'dexie';
import type { Reply } from '../line/serverLine.ts';
import type { FileLine } from './fileLine.ts';
import type { FileTables } from './tables.ts';

/** Sends what the server does not have. One that it refuses stays, with the reason, and holds up no other. */
export async function sendFiles(
  { file: table }: Dexie & FileTables,
  line: FileLine,
  signal: AbortSignal,
  told: (isTaken: boolean) => void = () => {},
): Promise<Reply<'done'>> {
  for (const hash of await waitingHashes({ file: table })) {
    const row = await table.get(hash);
    if (!row?.content) continue;
    const reply = await line.put(hash, new Blob([Uint8Array.from(row.content)], { type: row.media_type }), signal);
    if (reply.kind !== 'answered' && reply.kind !== 'refused') return reply;
    const isTaken = reply.kind === 'answered';
    await table
      .where('hash')
      .equals(hash)
      .modify(isTaken ? forgetWaiting : refusedWith(reply.refusal));
    told(isTaken);
  }
  return { kind: 'answered', value: 'done' };
}

export async function waitingHashes({ file }: FileTables): Promise<string[]> {
  return (await file.orderBy('waits').primaryKeys()).toSorted();
}

function forgetWaiting(row: { waits?: string; refused?: object }): void {
  delete row.waits;
  delete row.refused;
}

const refusedWith =
  ({ code, sentence }: Refusal) =>
  (row: { refused?: object }): void =>
    void Object.assign(row, { refused: { code, sentence } });
