import { decimalOf, decimalText, type Instant, type Versioned } from '@taffrail/domain/kernel';
import { positionView, type Account, type Position, type PositionView } from '@taffrail/domain/tradelog';
import type { ExportFile, ReadSql } from '../workspace/index.ts';
import { csv, type Cell } from './csv.ts';
import { listFills, type FillRow } from './fillList.ts';

const ALL = Number.MAX_SAFE_INTEGER;

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
    { name: 'fills.csv', text: fillsCsv(listFills(sql, {}, undefined, ALL)) },
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

const positionColumns = {
  id: (position) => position.id,
  account_id: ({ account_id }) => account_id,
  status: ({ status }) => status,
  symbol: ({ symbol }) => symbol,
  underlying: ({ underlying }) => underlying,
  strategy: ({ metadata }) => metadata.derived_strategy,
  currency: ({ currency }) => currency,
  opened_at: ({ opened_at }) => opened_at,
  closed_at: ({ closed_at }) => closed_at,
  opened_day: ({ metadata }) => metadata.opened_day,
  closed_day: ({ metadata }) => metadata.closed_day,
  net_debit: ({ metadata }) => metadata.net_debit,
  gross: ({ metadata }) => metadata.realised_pnl.gross,
  fees: ({ metadata }) => metadata.realised_pnl.fees,
  net: ({ metadata }) => metadata.realised_pnl.net,
  initial_risk: ({ initial_risk }) => initial_risk?.amount ?? null,
  r_multiple: ({ metadata }) => metadata.r_multiple,
  tags: ({ tags }) => tags.join(' '),
  campaign_id: ({ campaign_id }) => campaign_id,
} satisfies { [column: string]: (position: PositionView) => Cell };

const fillColumns = {
  id: ({ id }) => id,
  position_id: ({ position_id }) => position_id,
  account_id: ({ account_id }) => account_id,
  occurred_at: ({ occurred_at }) => occurred_at,
  recorded_at: ({ recorded_at }) => recorded_at,
  kind: ({ kind }) => kind,
  instrument_type: ({ instrument_type }) => instrument_type,
  symbol: ({ symbol }) => symbol,
  expiry: ({ expiry }) => expiry,
  strike: ({ strike }) => strike,
  right: ({ right }) => right,
  multiplier: ({ multiplier }) => multiplier,
  quantity: ({ quantity }) => quantity,
  price: ({ price }) => price,
  fees: ({ fees_minor, currency }) => decimalText(decimalOf({ minor: fees_minor, currency })),
  currency: ({ currency }) => currency,
  voided: ({ voided }) => voided === 1,
} satisfies { [column: string]: (fill: FillRow) => Cell };

const positionsCsv = (positions: readonly PositionView[]): string => table(positionColumns, positions);
const fillsCsv = (fills: readonly FillRow[]): string => table(fillColumns, fills);

function table<Row>(columns: { readonly [name: string]: (row: Row) => Cell }, rows: readonly Row[]): string {
  const cells = Object.values(columns);
  return csv(
    Object.keys(columns),
    rows.map((row) => cells.map((cell) => cell(row))),
  );
}
