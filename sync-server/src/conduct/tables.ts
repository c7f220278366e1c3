import { type PositionSeen, positionSeen } from '@taffrail/domain/conduct';
import type { Id } from '@taffrail/domain/kernel';
import type { PlaybookResponse } from '@taffrail/domain/playbooks';
import type { Position } from '@taffrail/domain/tradelog';
import type { Projection, Sql } from '../workspace/index.ts';

/** What rules and phases look at of a position and of its checklists, so that thousands of them are read without their histories. */
export const conductMigrations: readonly string[] = [
  `
  CREATE TABLE conduct_trade (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    symbol TEXT NOT NULL,
    instrument_types TEXT NOT NULL,
    currency TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    realised_net TEXT,
    r_multiple TEXT,
    size TEXT
  ) STRICT;
  CREATE INDEX conduct_trade_by_opening ON conduct_trade (opened_at);
  CREATE INDEX conduct_trade_by_closing ON conduct_trade (closed_at);
  CREATE INDEX conduct_trade_by_account ON conduct_trade (account_id, closed_at);

  CREATE TABLE conduct_answer (
    response_id TEXT PRIMARY KEY,
    position_id TEXT NOT NULL,
    cap TEXT NOT NULL,
    intended_risk_pct TEXT
  ) STRICT;
  CREATE INDEX conduct_answer_by_position ON conduct_answer (position_id);
  `,
];

export const conductTables: readonly string[] = ['conduct_trade', 'conduct_answer'];

export const conductProjections: { readonly [aggregateType: string]: Projection } = {
  position: projectPosition,
  playbook_response: projectResponse,
};

/** Never opened, or gone into another, it is no trade. */
const isTrade = ({ opened_at, merged_into }: Position): boolean => opened_at !== null && merged_into === null;

function projectPosition(sql: Sql, id: Id, before: Position | undefined, after: Position): void {
  if (isTrade(after)) putTrade(sql, positionSeen(after));
  else if (before && isTrade(before)) sql.run('DELETE FROM conduct_trade WHERE id = ?', id);
}

function putTrade(sql: Sql, seen: PositionSeen): void {
  sql.run(
    `INSERT INTO conduct_trade (id, account_id, symbol, instrument_types, currency, opened_at, closed_at, realised_net, r_multiple, size)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET symbol = excluded.symbol, instrument_types = excluded.instrument_types, opened_at = excluded.opened_at,
       closed_at = excluded.closed_at, realised_net = excluded.realised_net, r_multiple = excluded.r_multiple, size = excluded.size`,
    seen.id,
    seen.account_id,
    seen.symbol,
    seen.instrument_types.join(' '),
    seen.currency,
    seen.opened_at,
    seen.closed_at,
    seen.realised_net,
    seen.r_multiple,
    seen.size,
  );
}

function projectResponse(
  sql: Sql,
  id: Id,
  _before: PlaybookResponse | undefined,
  { subject, submission, position_id }: PlaybookResponse,
): void {
  const about = subject.type === 'position' ? subject.id : position_id;
  sql.run('DELETE FROM conduct_answer WHERE response_id = ?', id);
  if (about === null || submission === null) return;
  sql.run(
    'INSERT INTO conduct_answer (response_id, position_id, cap, intended_risk_pct) VALUES (?, ?, ?, ?)',
    id,
    about,
    submission.evaluation.risk_cap_pct,
    submission.intended_risk_pct,
  );
}
