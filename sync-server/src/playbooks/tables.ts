import type { Id } from '@taffrail/domain/kernel';
import { folded, LONGEST_OPTION, type Playbook, type PlaybookResponse, type PlaybookVersion } from '@taffrail/domain/playbooks';
import type { Projection, Sql } from '../workspace/index.ts';
import { latestOf } from './latestOf.ts';

/** As answers with a figure are kept. */
const FIGURE = /^-?\d+(?:\.\d+)?$/;

export const playbookMigrations: readonly string[] = [
  `
  CREATE TABLE playbooks_playbook (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    active INTEGER NOT NULL,
    latest_version_id TEXT NOT NULL
  ) STRICT;

  CREATE TABLE playbooks_version (
    id TEXT PRIMARY KEY,
    playbook_id TEXT NOT NULL,
    version INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX playbooks_version_by_playbook ON playbooks_version (playbook_id, version);

  CREATE TABLE playbooks_response (
    id TEXT PRIMARY KEY,
    playbook_id TEXT NOT NULL,
    position_id TEXT,
    day TEXT,
    symbol TEXT,
    version_id TEXT,
    grade TEXT,
    exceeded INTEGER,
    begun_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX playbooks_response_by_time ON playbooks_response (begun_at, id);
  CREATE INDEX playbooks_response_by_playbook ON playbooks_response (playbook_id, begun_at, id);
  CREATE INDEX playbooks_response_by_position ON playbooks_response (position_id);
  CREATE INDEX playbooks_response_by_instrument ON playbooks_response (day, symbol);

  CREATE TABLE playbooks_answer (
    response_id TEXT NOT NULL,
    field_key TEXT NOT NULL,
    text TEXT NOT NULL,
    number REAL,
    PRIMARY KEY (response_id, field_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX playbooks_answer_by_field ON playbooks_answer (field_key, text);
  `,
];

export const playbookTables: readonly string[] = ['playbooks_playbook', 'playbooks_version', 'playbooks_response', 'playbooks_answer'];

export const playbookProjections: { readonly [aggregateType: string]: Projection } = {
  playbook: projectPlaybook,
  playbook_version: projectVersion,
  playbook_response: projectResponse,
};

function projectPlaybook(sql: Sql, id: Id, _before: Playbook | undefined, after: Playbook): void {
  sql.run(
    `INSERT INTO playbooks_playbook (id, name, purpose, active, latest_version_id) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, purpose = excluded.purpose, active = excluded.active,
       latest_version_id = excluded.latest_version_id`,
    id,
    after.name,
    after.purpose,
    Number(after.active),
    latestOf(after).version_id,
  );
}

function projectVersion(sql: Sql, id: Id, _before: PlaybookVersion | undefined, { playbook_id, version }: PlaybookVersion): void {
  sql.run(
    'INSERT INTO playbooks_version (id, playbook_id, version) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
    id,
    playbook_id,
    version,
  );
}

function projectResponse(sql: Sql, id: Id, before: PlaybookResponse | undefined, after: PlaybookResponse): void {
  const { subject, submission } = after;
  const instrument = subject.type === 'instrument' ? subject : undefined;
  sql.run(
    `INSERT INTO playbooks_response (id, playbook_id, position_id, day, symbol, version_id, grade, exceeded, begun_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET position_id = excluded.position_id, version_id = excluded.version_id, grade = excluded.grade,
       exceeded = excluded.exceeded`,
    id,
    after.playbook_id,
    subject.type === 'position' ? subject.id : after.position_id,
    instrument?.day ?? null,
    instrument ? folded(instrument.symbol) : null,
    submission?.version_id ?? null,
    submission?.evaluation.grade ?? null,
    submission ? Number(submission.evaluation.risk_cap_exceeded) : null,
    after.begun_at,
  );
  if (before?.submission !== submission) projectAnswers(sql, id, submission?.values ?? {});
}

/** What a list can be filtered by: yes and no, choices and figures. */
function projectAnswers(sql: Sql, id: Id, values: NonNullable<PlaybookResponse['submission']>['values']): void {
  sql.run('DELETE FROM playbooks_answer WHERE response_id = ?', id);
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'object' || (typeof value === 'string' && value.length > LONGEST_OPTION)) continue;
    const figure = typeof value === 'string' && FIGURE.test(value) ? Number(value) : null;
    sql.run('INSERT INTO playbooks_answer (response_id, field_key, text, number) VALUES (?, ?, ?, ?)', id, key, String(value), figure);
  }
}
