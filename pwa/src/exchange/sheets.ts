import type { Replica } from '@taffrail/replica';
import type { Account, Position } from '@taffrail/domain/tradelog';
import { saveFile } from '../app/index.ts';
import { fileName } from './fileName.ts';

export type Sheet = 'positions' | 'fills';

/** Saves a spreadsheet of everything. */
export async function saveSheet(replica: Replica, sheet: Sheet): Promise<void> {
  const { fillsCsv, positionsCsv, positionView } = await import('@taffrail/domain/tradelog');
  const accounts = new Map((await replica.states<Account>('account')).map(({ id, state }) => [id, state]));
  const positions = await replica.states<Position>('position');
  const now = replica.now();
  const views = positions.flatMap((position) => {
    const account = accounts.get(position.state.account_id);
    return account ? [positionView(position, account, now)] : [];
  });
  const text = sheet === 'positions' ? positionsCsv(views) : fillsCsv(views);
  saveFile(fileName(sheet, now, 'csv'), new Blob([text], { type: 'text/csv' }));
}
