import { addMs, type Fact, type Instant, type Json, type Versioned } from '@taffrail/domain/kernel';
import type { ReadSql, Sql } from './ports.ts';
import type { Job, JobRequest, ServerContext, StateOf } from './serverContext.ts';

const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;

/** A table of what falls due: every book has one, and so has the registry. */
export const jobTable = `
  CREATE TABLE job (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    due_at TEXT NOT NULL,
    payload TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    PRIMARY KEY (kind, key)
  ) STRICT;

  CREATE INDEX job_by_due ON job (due_at);
`;

/** Starts, moves or calls off a job, in the transaction of the fact that asked for it. What a job has to remember it keeps. */
export function requestJob(sql: Sql, request: JobRequest): void {
  if (request.due_at === null) {
    sql.run('DELETE FROM job WHERE kind = ? AND key = ?', request.kind, request.key);
    return;
  }
  sql.run(
    `INSERT INTO job (kind, key, due_at, payload) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, key) DO UPDATE SET due_at = CASE WHEN due_at <= ? THEN due_at ELSE excluded.due_at END,
       payload = coalesce(?, payload), attempts = 0, last_error = NULL`,
    request.kind,
    request.key,
    request.due_at,
    JSON.stringify(request.payload ?? null),
    request.unless_due_by ?? null,
    request.payload === undefined ? null : JSON.stringify(request.payload),
  );
}

export function rememberFor(sql: Sql, { kind, key }: Job, payload: Json): void {
  sql.run('UPDATE job SET payload = ? WHERE kind = ? AND key = ?', JSON.stringify(payload), kind, key);
}

/** There is one for a book, so it needs no key of its own. */
export function startStandingJobs(sql: Sql, contexts: readonly ServerContext[], now: Instant): void {
  for (const { standingJob } of contexts) {
    if (standingJob !== undefined)
      sql.run("INSERT INTO job (kind, key, due_at, payload) VALUES (?, '', ?, 'null') ON CONFLICT DO NOTHING", standingJob, now);
  }
}

/** What the contexts want done because of these facts, given the states that they lead to. */
export function requestJobsOf(sql: Sql, contexts: readonly ServerContext[], facts: readonly Fact[], stateOf: StateOf): void {
  // What many facts ask for is asked for once, by the last of them.
  const requests = new Map<string, JobRequest>();
  for (const { jobsOf } of contexts) {
    if (!jobsOf) continue;
    for (const fact of facts) {
      for (const request of jobsOf(fact, stateAfter(fact, stateOf))) requests.set(`${request.kind}/${request.key}`, request);
    }
  }
  for (const request of requests.values()) requestJob(sql, request);
}

function stateAfter({ aggregate_type, aggregate_id }: Fact, stateOf: StateOf): Versioned {
  const found = stateOf({ aggregate_type, aggregate_id });
  if (!found) throw new Error(`${aggregate_type} ${aggregate_id} has a fact but no state`);
  return found;
}

export function nextDue(sql: ReadSql): Instant | undefined {
  return sql.all<{ due_at: string }>('SELECT due_at FROM job ORDER BY due_at LIMIT 1')[0]?.due_at;
}

export function dueJobs(sql: ReadSql, now: Instant, limit: number): Job[] {
  const rows = sql.all<{ kind: string; key: string; due_at: string; payload: string }>(
    'SELECT kind, key, due_at, payload FROM job WHERE due_at <= ? ORDER BY due_at, kind, key LIMIT ?',
    now,
    limit,
  );
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as Json }));
}

/** Only if nobody moved it meanwhile: a job that was asked for again while it ran, and was moved by that, runs again. */
export function finishJob(sql: Sql, job: Job, again: Instant | undefined): void {
  if (again) {
    sql.run(
      'UPDATE job SET due_at = ?, attempts = 0, last_error = NULL WHERE kind = ? AND key = ? AND due_at = ?',
      again,
      job.kind,
      job.key,
      job.due_at,
    );
  } else {
    sql.run('DELETE FROM job WHERE kind = ? AND key = ? AND due_at = ?', job.kind, job.key, job.due_at);
  }
}

export function postponeJob(sql: Sql, job: Job, now: Instant, error: string): void {
  const attempts =
    sql.all<{ attempts: number }>('SELECT attempts FROM job WHERE kind = ? AND key = ?', job.kind, job.key)[0]?.attempts ?? 0;
  const waitMs = Math.min(MINUTE_MS * 2 ** attempts, LONGEST_WAIT_MS);
  sql.run(
    'UPDATE job SET due_at = ?, attempts = attempts + 1, last_error = ? WHERE kind = ? AND key = ? AND due_at = ?',
    addMs(now, waitMs),
    error,
    job.kind,
    job.key,
    job.due_at,
  );
}
