import type { Breach, MeasuredSession, Override } from '@taffrail/domain/discipline';
import type { Id } from '@taffrail/domain/kernel';
import type { Projection, Sql } from '../workspace/index.ts';

export const disciplineMigrations: readonly string[] = [
  `
  CREATE TABLE discipline_breach (
    id TEXT PRIMARY KEY,
    rule_key TEXT NOT NULL,
    scope TEXT NOT NULL,
    account_id TEXT,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    withdrawn INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX discipline_breach_by_time ON discipline_breach (recorded_at, id);
  CREATE INDEX discipline_breach_by_day ON discipline_breach (first_day, last_day);

  CREATE TABLE discipline_session (
    id TEXT PRIMARY KEY,
    session_date TEXT NOT NULL,
    currency TEXT NOT NULL
  ) STRICT;
  CREATE INDEX discipline_session_by_day ON discipline_session (session_date, currency);

  CREATE TABLE discipline_override (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    position_id TEXT,
    declared_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX discipline_override_by_time ON discipline_override (declared_at, id);
  CREATE INDEX discipline_override_by_position ON discipline_override (position_id);
  `,
];

export const disciplineTables: readonly string[] = ['discipline_breach', 'discipline_session', 'discipline_override'];

export const disciplineProjections: { readonly [aggregateType: string]: Projection } = {
  breach: projectBreach,
  trading_session: projectSession,
  override: projectOverride,
};

function projectBreach(sql: Sql, id: Id, _before: Breach | undefined, { finding, recorded_at, withdrawn }: Breach): void {
  const days = finding.days.toSorted();
  sql.run(
    `INSERT INTO discipline_breach (id, rule_key, scope, account_id, first_day, last_day, recorded_at, withdrawn)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day, recorded_at = excluded.recorded_at,
       withdrawn = excluded.withdrawn`,
    id,
    finding.rule_key,
    finding.scope,
    finding.account_id,
    days[0] ?? '',
    days.at(-1) ?? '',
    recorded_at,
    Number(withdrawn !== null),
  );
}

function projectSession(sql: Sql, id: Id, _before: MeasuredSession | undefined, { metrics }: MeasuredSession): void {
  sql.run(
    'INSERT INTO discipline_session (id, session_date, currency) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
    id,
    metrics.session_date,
    metrics.currency,
  );
}

function projectOverride(sql: Sql, id: Id, _before: Override | undefined, { account_id, position_id, declared_at }: Override): void {
  sql.run(
    'INSERT INTO discipline_override (id, account_id, position_id, declared_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    id,
    account_id,
    position_id,
    declared_at,
  );
}
