import type { Id } from '@taffrail/domain/kernel';
import { strategyOf, type Account, type Fill, type JournalEntry, type Leg, type Order, type Position } from '@taffrail/domain/tradelog';
import type { Projection, Sql } from '../workspace/index.ts';

/**
 * Tables to find things by. What a thing looks like is told from its state; rows hold what lists filter, sort and add up.
 * No foreign keys: that rows fit together is proven by comparing them with the fold, and a rebuild empties tables at a stroke.
 */
export const tradelogMigrations: readonly string[] = [
  `
  CREATE TABLE tradelog_account (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    broker TEXT NOT NULL,
    currency TEXT NOT NULL,
    closed INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE tradelog_position (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    status TEXT NOT NULL,
    symbol TEXT NOT NULL,
    underlying TEXT NOT NULL,
    strategy TEXT NOT NULL,
    campaign_id TEXT,
    began_at TEXT NOT NULL,
    closed_at TEXT
  ) STRICT;
  CREATE INDEX tradelog_position_by_time ON tradelog_position (began_at, id);
  CREATE INDEX tradelog_position_by_status ON tradelog_position (status, began_at, id);

  CREATE TABLE tradelog_tag (
    position_id TEXT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (position_id, tag)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tradelog_tag_by_tag ON tradelog_tag (tag, position_id);

  CREATE TABLE tradelog_leg (
    position_id TEXT NOT NULL,
    id TEXT NOT NULL,
    instrument_type TEXT NOT NULL,
    symbol TEXT NOT NULL,
    expiry TEXT,
    strike TEXT,
    right TEXT,
    quantity TEXT NOT NULL,
    multiplier TEXT NOT NULL,
    PRIMARY KEY (position_id, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tradelog_fill (
    position_id TEXT NOT NULL,
    id TEXT NOT NULL,
    leg_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    price TEXT,
    quantity TEXT NOT NULL,
    currency TEXT NOT NULL,
    fees_minor INTEGER NOT NULL,
    occurred_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    voided INTEGER NOT NULL,
    PRIMARY KEY (position_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tradelog_fill_by_time ON tradelog_fill (occurred_at, id);

  CREATE TABLE tradelog_order (
    id TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX tradelog_order_by_status ON tradelog_order (status, created_at, id);

  CREATE TABLE tradelog_journal_entry (
    id TEXT PRIMARY KEY,
    position_id TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX tradelog_journal_entry_by_position ON tradelog_journal_entry (position_id, created_at, id);
  `,
];

export const tradelogTables: readonly string[] = [
  'tradelog_account',
  'tradelog_position',
  'tradelog_tag',
  'tradelog_leg',
  'tradelog_fill',
  'tradelog_order',
  'tradelog_journal_entry',
];

export const tradelogProjections: { readonly [aggregateType: string]: Projection } = {
  account: projectAccount,
  position: projectPosition,
  order: projectOrder,
  journal_entry: projectJournalEntry,
};

function projectAccount(sql: Sql, id: Id, _before: Account | undefined, after: Account): void {
  sql.run(
    `INSERT INTO tradelog_account (id, name, broker, currency, closed) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, broker = excluded.broker, closed = excluded.closed`,
    id,
    after.name,
    after.broker,
    after.currency,
    Number(after.closed),
  );
}

function projectPosition(sql: Sql, id: Id, before: Position | undefined, after: Position): void {
  sql.run(
    `INSERT INTO tradelog_position (id, account_id, status, symbol, underlying, strategy, campaign_id, began_at, closed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, symbol = excluded.symbol, underlying = excluded.underlying,
       strategy = excluded.strategy, campaign_id = excluded.campaign_id, began_at = excluded.began_at, closed_at = excluded.closed_at`,
    id,
    after.account_id,
    after.status,
    after.symbol,
    after.underlying,
    strategyOf(after.legs),
    after.campaign_id,
    after.opened_at ?? after.created_at,
    after.closed_at,
  );
  projectTags(sql, id, before?.tags ?? [], after.tags);
  const fills = differenceOf(before?.fills ?? [], after.fills);
  const legs = differenceOf(before?.legs ?? [], after.legs);
  for (const fill of fills.gone) sql.run('DELETE FROM tradelog_fill WHERE position_id = ? AND id = ?', id, fill.id);
  for (const leg of legs.gone) sql.run('DELETE FROM tradelog_leg WHERE position_id = ? AND id = ?', id, leg.id);
  for (const leg of legs.changed) putLeg(sql, id, leg);
  for (const fill of fills.changed) putFill(sql, id, fill);
}

function projectTags(sql: Sql, positionId: string, before: readonly string[], after: readonly string[]): void {
  if (before === after) return;
  for (const tag of before.filter((one) => !after.includes(one))) {
    sql.run('DELETE FROM tradelog_tag WHERE position_id = ? AND tag = ?', positionId, tag);
  }
  for (const tag of after.filter((one) => !before.includes(one))) {
    sql.run('INSERT INTO tradelog_tag (position_id, tag) VALUES (?, ?)', positionId, tag);
  }
}

/** A fold keeps the objects it does not change, so identity tells which rows are still right. */
function differenceOf<Item extends { readonly id: string }>(before: readonly Item[], after: readonly Item[]) {
  if (before === after) return { gone: [], changed: [] };
  if (before.length === 0) return { gone: [], changed: after };
  const known = new Set(before);
  const present = new Set(after.map(({ id }) => id));
  return { gone: before.filter(({ id }) => !present.has(id)), changed: after.filter((item) => !known.has(item)) };
}

function putLeg(sql: Sql, positionId: string, leg: Leg): void {
  sql.run(
    `INSERT INTO tradelog_leg (position_id, id, instrument_type, symbol, expiry, strike, right, quantity, multiplier)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (position_id, id) DO UPDATE SET instrument_type = excluded.instrument_type, symbol = excluded.symbol, expiry = excluded.expiry,
       strike = excluded.strike, right = excluded.right, quantity = excluded.quantity, multiplier = excluded.multiplier`,
    positionId,
    leg.id,
    leg.instrument_type,
    leg.symbol,
    leg.expiry,
    leg.strike,
    leg.right,
    leg.quantity,
    leg.multiplier,
  );
}

function putFill(sql: Sql, positionId: string, fill: Fill): void {
  sql.run(
    `INSERT INTO tradelog_fill (position_id, id, leg_id, kind, price, quantity, currency, fees_minor, occurred_at, recorded_at, voided)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (position_id, id) DO UPDATE SET price = excluded.price, quantity = excluded.quantity, fees_minor = excluded.fees_minor,
       occurred_at = excluded.occurred_at, voided = excluded.voided`,
    positionId,
    fill.id,
    fill.leg_id,
    fill.kind,
    fill.price,
    fill.quantity,
    fill.fees.currency,
    fill.fees.minor,
    fill.occurred_at,
    fill.recorded_at,
    Number(fill.voided),
  );
}

function projectOrder(sql: Sql, id: Id, _before: Order | undefined, after: Order): void {
  sql.run(
    'INSERT INTO tradelog_order (id, status, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET status = excluded.status',
    id,
    after.status,
    after.created_at,
  );
}

function projectJournalEntry(sql: Sql, id: Id, _before: JournalEntry | undefined, { position_id, created_at }: JournalEntry): void {
  sql.run(
    'INSERT INTO tradelog_journal_entry (id, position_id, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
    id,
    position_id,
    created_at,
  );
}
