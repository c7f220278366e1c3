import type { Id, Versioned } from '@taffrail/domain/kernel';
import type { Replica } from '@taffrail/replica';
import type { Account, Position } from '@taffrail/domain/tradelog';
import { fileName } from './fileName.ts';
import { saveFile } from './saveFile.ts';

export type Sheet = 'positions' | 'fills';

/** Saves a spreadsheet of some positions, or of all. */
export async function saveSheet(replica: Replica, sheet: Sheet, ids?: ReadonlySet<Id>): Promise<void> {
  const { fillsCsv, positionsCsv, positionView } = await import('@taffrail/domain/tradelog');
  const accounts = new Map((await replica.states<Account>('account')).map(({ id, state }) => [id, state]));
  const positions: readonly (Versioned<Position> & { readonly id: Id })[] = await replica.states<Position>('position');
  const now = replica.now();
  const views = positions.flatMap((position) => {
    const account = accounts.get(position.state.account_id);
    return account && (ids === undefined || ids.has(position.id)) ? [positionView(position, account, now)] : [];
  });
  const text = sheet === 'positions' ? positionsCsv(views) : fillsCsv(views);
  saveFile(fileName(sheet, now, 'csv'), new Blob([text], { type: 'text/csv' }));
}
