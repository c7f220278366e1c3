import type { Instant, Versioned } from '@taffrail/domain/kernel';
import { fillsCsv, positionsCsv, positionView, type Account, type Position, type PositionView } from '@taffrail/domain/tradelog';
import type { ExportFile, ReadSql } from '../workspace/index.ts';

/** The trade log as files: what it knows as JSON, and what a spreadsheet asks for as CSV. */
export function tradelogExportFiles(sql: ReadSql, now: Instant): ExportFile[] {
  const accounts = statesOf<Account>(sql, 'account');
  const positions = positionViews(sql, accounts, now);
  return [
    asJson('accounts.json', accounts.map(shown)),
    asJson('positions.json', positions),
    asJson('orders.json', statesOf(sql, 'order').map(shown)),
    asJson('journal_entries.json', statesOf(sql, 'journal_entry').map(shown)),
    { name: 'positions.csv', text: positionsCsv(positions) },
    { name: 'fills.csv', text: fillsCsv(positions) },
  ];
}

function statesOf<State extends object>(sql: ReadSql, type: string): Versioned<State>[] {
  const rows = sql.all<{ version: number; state: string }>(
    'SELECT version, state FROM aggregate WHERE aggregate_type = ? ORDER BY aggregate_id',
    type,
  );
  return rows.map(({ version, state }) => ({ version, state: JSON.parse(state) as State }));
}

const asJson = (name: string, value: unknown): ExportFile => ({ name, text: `${JSON.stringify(value, null, 2)}\n` });

const shown = ({ version, state }: Versioned<object>): object => ({ ...state, version });

function positionViews(sql: ReadSql, accounts: readonly Versioned<Account>[], now: Instant): PositionView[] {
  const byId = new Map(accounts.map(({ state }) => [state.id, state]));
  return statesOf<Position>(sql, 'position').map((position) => {
    const account = byId.get(position.state.account_id);
    if (!account) throw new Error(`position ${position.state.id} names an account that is not there`);
    return positionView(position, account, now);
  });
}
