import type { Key, OutboxRow } from '../copy/tables.ts';
import { waitingHashes } from './sendFiles.ts';
import type { FileTables } from './tables.ts';

/**
 * Whether a command stays here for now: it attaches a file that the server does not have yet, or rests on one that does.
 * To be asked in the order of the outbox.
 */
export async function heldBack(tables: FileTables): Promise<(row: OutboxRow) => boolean> {
  const hashes = new Set(await waitingHashes(tables));
  const held = new Set<Key>();
  return ({ command: { type, payload }, touches, shown }) => {
    const isHeld =
      shown.some((key) => held.has(key)) || (type === 'AddAttachment' && hashes.has((payload as { readonly hash: string }).hash));
    if (isHeld) for (const key of touches) held.add(key);
    return isHeld;
  };
}
