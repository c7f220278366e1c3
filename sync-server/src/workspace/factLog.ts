import type { AggregateRef, Fact, FoldedFact, Instant, Json, SettledFact } from '@taffrail/domain/kernel';
import { canonical } from './canonical.ts';
import { FACT_COLUMNS, factValues, GENESIS, linkHash, type FactRow } from './chain.ts';
import type { Head, Ids, ReadSql, Sha256, Sql } from './ports.ts';

const COLUMNS = FACT_COLUMNS.join(', ');
const INSERT = `INSERT INTO fact (${COLUMNS}, hash) VALUES (${FACT_COLUMNS.map(() => '?').join(', ')}, ?)`;

export type StoredRow = FactRow & { readonly hash: string };

/** Who caused a group of facts, and when the workspace learned of it. */
export interface Cause {
  readonly command_id: string;
  readonly actor: string;
  readonly recorded_at: Instant;
}

/** Appends facts behind `head` and returns them with the new head. The caller keeps the head only if its transaction holds. */
export function appendFacts(
  sql: Sql,
  head: Head,
  settled: readonly SettledFact[],
  cause: Cause,
  ids: Ids,
  sha256: Sha256,
): { facts: Fact[]; head: Head } {
  const facts: Fact[] = [];
  let end = head;
  for (const fact of settled) {
    const stamped: Fact = {
      event_id: ids.next(),
      event_seq: end.seq + 1,
      type: fact.type,
      aggregate_type: fact.aggregate_type,
      aggregate_id: fact.aggregate_id,
      aggregate_version: fact.aggregate_version,
      occurred_at: fact.occurred_at,
      ...cause,
      payload: fact.payload,
    };
    end = appendFact(sql, end, stamped, sha256);
    facts.push(stamped);
  }
  return { facts, head: end };
}

/** Appends one fact that has its envelope already (an import), and returns the new head. */
export function appendFact(sql: Sql, head: Head, fact: Fact, sha256: Sha256): Head {
  const row: FactRow = { ...fact, payload: canonical(fact.payload) };
  const hash = linkHash(head.hash, row, sha256);
  sql.run(INSERT, ...factValues(row), hash);
  return { seq: row.event_seq, hash };
}

export function readHead(sql: ReadSql): Head {
  const last = sql.all<{ event_seq: number; hash: string }>('SELECT event_seq, hash FROM fact ORDER BY event_seq DESC LIMIT 1')[0];
  return last ? { seq: last.event_seq, hash: last.hash } : GENESIS;
}

export function readFacts(sql: ReadSql, after: number, limit: number): Fact[] {
  const rows = sql.all<FactRow>(`SELECT ${COLUMNS} FROM fact WHERE event_seq > ? ORDER BY event_seq LIMIT ?`, after, limit);
  return rows.map(factOf);
}

export function readFactsOf(sql: ReadSql, ref: AggregateRef, upToSeq: number): Fact[] {
  const rows = sql.all<FactRow>(
    `SELECT ${COLUMNS} FROM fact WHERE aggregate_type = ? AND aggregate_id = ? AND event_seq <= ? ORDER BY aggregate_version`,
    ref.aggregate_type,
    ref.aggregate_id,
    upToSeq,
  );
  return rows.map(factOf);
}

/** All of them. */
export function factsOf(sql: ReadSql, ref: AggregateRef): Fact[] {
  return readFactsOf(sql, ref, Number.MAX_SAFE_INTEGER);
}

export function lastSeqOf(sql: ReadSql, ref: AggregateRef): number {
  const last = sql.all<{ event_seq: number }>(
    'SELECT event_seq FROM fact WHERE aggregate_type = ? AND aggregate_id = ? ORDER BY aggregate_version DESC LIMIT 1',
    ref.aggregate_type,
    ref.aggregate_id,
  )[0];
  return last?.event_seq ?? 0;
}

const PAGE_ROWS = 1_000;

/** Every row in order, a page at a time, so that a long log never sits in memory whole. */
export function* storedRows(sql: ReadSql): Generator<StoredRow> {
  let after = 0;
  for (;;) {
    const page = sql.all<StoredRow>(`SELECT ${COLUMNS}, hash FROM fact WHERE event_seq > ? ORDER BY event_seq LIMIT ?`, after, PAGE_ROWS);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.event_seq;
  }
}

type FoldedRow = Omit<FoldedFact, 'payload'> & { readonly payload: string };

/** Every fact, as a fold sees it, one aggregate after the other. */
export function* factsByAggregate(sql: ReadSql): Generator<FoldedFact> {
  let after: readonly [type: string, id: string, version: number] = ['', '', 0];
  for (;;) {
    const page = sql.all<FoldedRow>(
      `SELECT type, aggregate_type, aggregate_id, aggregate_version, occurred_at, recorded_at, payload FROM fact
       WHERE (aggregate_type, aggregate_id, aggregate_version) > (?, ?, ?)
       ORDER BY aggregate_type, aggregate_id, aggregate_version LIMIT ?`,
      ...after,
      PAGE_ROWS,
    );
    for (const row of page) yield { ...row, payload: JSON.parse(row.payload) as Json };
    const last = page.at(-1);
    if (!last) return;
    after = [last.aggregate_type, last.aggregate_id, last.aggregate_version];
  }
}

export function factOf(row: FactRow): Fact {
  return {
    event_id: row.event_id,
    event_seq: row.event_seq,
    type: row.type,
    aggregate_type: row.aggregate_type,
    aggregate_id: row.aggregate_id,
    aggregate_version: row.aggregate_version,
    occurred_at: row.occurred_at,
    recorded_at: row.recorded_at,
    command_id: row.command_id,
    actor: row.actor,
    payload: JSON.parse(row.payload) as Json,
  };
}
