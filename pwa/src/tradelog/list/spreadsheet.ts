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
