import type { Id, Versioned } from '@taffrail/domain/kernel';
import { positionView, positionsCsv, type Account, type Position } from '@taffrail/domain/tradelog';
import type { PositionRow, Replica } from '@taffrail/replica';

/** What is shown, in its order, as a spreadsheet reads it. */
export async function spreadsheetOf(replica: Replica, rows: readonly PositionRow[]): Promise<string> {
  const accounts = new Map((await replica.states<Account>('account')).map(({ id, state }) => [id, state]));
  const positions = new Map((await replica.states<Position>('position')).map((position) => [position.id, position]));
  const now = replica.now();
  return positionsCsv(rows.flatMap(({ id }) => viewOf(positions.get(id), accounts, now) ?? []));
}

function viewOf(position: Versioned<Position> | undefined, accounts: ReadonlyMap<Id, Account>, now: string) {
  const account = position && accounts.get(position.state.account_id);
  return position && account && positionView(position, account, now);
}

/** Hands a text to the browser as a file. */
export function saveText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(url);
}
