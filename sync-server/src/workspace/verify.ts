import type { Versioned } from '@taffrail/domain/kernel';
import { canonical } from './canonical.ts';
import { GENESIS, linkHash } from './chain.ts';
import { factOf, storedRows, type StoredRow } from './factLog.ts';
import { foldFacts, type Folded } from './fold.ts';
import { isMigrated, migrate } from './migrations.ts';
import type { Head, ReadSql, Sha256, Sql } from './ports.ts';
import { projectAll } from './rebuild.ts';
import type { Decided } from './receipts.ts';
import type { ServerContext } from './serverContext.ts';

export interface Finding {
  readonly code: 'chain_broken' | 'head_differs' | 'version_gap' | 'state_differs' | 'table_differs' | 'receipt_differs' | 'unreadable';
  readonly sentence: string;
}

export interface Verification {
  readonly facts: number;
  readonly head: Head;
  readonly findings: readonly Finding[];
  /** False where an older Taffrail wrote the states and tables: they are folded anew at the next start, so there is nothing to compare yet. */
  readonly foldCompared: boolean;
}

export interface VerifyInput {
  readonly sql: ReadSql;
  readonly contexts: readonly ServerContext[];
  readonly witnessed: Head | undefined;
  readonly sha256: Sha256;
  /** An empty database to fold the tables into once more, beside the ones that are checked. */
  readonly scratch: Sql;
}

/** Enough to see what is wrong; a damaged page can spoil thousands of rows at once. */
const MOST_FINDINGS = 50;

/** Holds everything stored against the facts, and the facts against their chain and its witness. Changes nothing. */
export function verify(input: VerifyInput): Verification {
  const findings: Finding[] = [];
  const report = (code: Finding['code'], sentence: string): void => {
    if (findings.length < MOST_FINDINGS) findings.push({ code, sentence });
  };
  const rows: StoredRow[] = [];
  let head = GENESIS;
  let foldCompared = false;
  try {
    head = checkChain(input, rows, report);
    checkWitness(input.witnessed, head, rows, report);
    const states = foldFacts(
      input.contexts.map(({ context }) => context),
      rows.map(factOf),
    );
    foldCompared = input.contexts.every(({ context, migrations }) => isMigrated(input.sql, context.name, migrations));
    if (foldCompared) {
      checkStates(input.sql, states, report);
      checkTables(input, states, report);
    }
    checkReceipts(input.sql, rows, report);
  } catch (error) {
    report('unreadable', `The book could not be read to its end: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return { facts: rows.length, head, findings, foldCompared };
}

type Report = (code: Finding['code'], sentence: string) => void;

function checkChain({ sql, sha256 }: VerifyInput, rows: StoredRow[], report: Report): Head {
  const versions = new Map<string, number>();
  let head = GENESIS;
  for (const row of storedRows(sql)) {
    const { hash, ...fact } = row;
    const key = `${row.aggregate_type}/${row.aggregate_id}`;
    if (row.event_seq !== head.seq + 1) report('chain_broken', `Fact ${head.seq + 1} is missing; the next one stored is ${row.event_seq}.`);
    if (hash !== linkHash(head.hash, fact, sha256))
      report('chain_broken', `Fact ${row.event_seq} is not what was recorded, or follows another fact than it did.`);
    if (row.aggregate_version !== (versions.get(key) ?? 0) + 1) {
      report(
        'version_gap',
        `Fact ${row.event_seq} says ${key} is at version ${row.aggregate_version}; it follows version ${versions.get(key) ?? 0}.`,
      );
    }
    versions.set(key, row.aggregate_version);
    rows.push(row);
    head = { seq: row.event_seq, hash };
  }
  return head;
}

/** The witness may lag (it is not forced to disk), but what it saw must be in the log. */
function checkWitness(witnessed: Head | undefined, head: Head, rows: readonly StoredRow[], report: Report): void {
  if (!witnessed) {
    if (head.seq > 0) report('head_differs', `The log has ${head.seq} facts but nothing outside the database remembers its head.`);
    return;
  }
  if (witnessed.seq > head.seq) {
    report('head_differs', `The log ends at fact ${head.seq}, but fact ${witnessed.seq} was acknowledged: facts are missing from its end.`);
    return;
  }
  const hash = witnessed.seq === 0 ? GENESIS.hash : rows[witnessed.seq - 1]?.hash;
  if (hash !== witnessed.hash) report('head_differs', `Fact ${witnessed.seq} is not the one that was acknowledged.`);
}

function checkStates(sql: ReadSql, states: ReadonlyMap<string, Folded>, report: Report): void {
  const stored = sql.all<{ aggregate_type: string; aggregate_id: string; version: number; state: string }>('SELECT * FROM aggregate');
  const unseen = new Set(states.keys());
  for (const row of stored) {
    const key = `${row.aggregate_type}/${row.aggregate_id}`;
    unseen.delete(key);
    if (!sameState(states.get(key)?.current, row)) report('state_differs', `The stored state of ${key} is not the fold of its facts.`);
  }
  for (const key of unseen) report('state_differs', `The state of ${key} is missing.`);
}

function sameState(folded: Versioned | undefined, row: { version: number; state: string }): boolean {
  if (!folded || folded.version !== row.version) return false;
  try {
    return canonical(folded.state) === canonical(JSON.parse(row.state));
  } catch {
    return false;
  }
}

function checkTables({ sql, contexts, scratch }: VerifyInput, states: ReadonlyMap<string, Folded>, report: Report): void {
  for (const { context, migrations } of contexts) migrate(scratch, context.name, migrations);
  scratch.transaction(() => projectAll(scratch, contexts, states.values()));
  for (const table of contexts.flatMap((context) => context.tables)) {
    const stored = rowTexts(sql, table);
    const folded = rowTexts(scratch, table);
    const at = folded.findIndex((text, index) => text !== stored[index]);
    if (at >= 0 || stored.length !== folded.length) {
      report(
        'table_differs',
        `Table ${table} is not the fold of the facts: ${stored.length} rows stored, ${folded.length} expected; first difference ${folded[at] ?? stored[folded.length]}.`,
      );
    }
  }
}

/** Rows as sorted texts: a table is a set, and the order its rows were written in means nothing. */
function rowTexts(sql: ReadSql, table: string): string[] {
  return sql
    .all(`SELECT * FROM ${table}`)
    .map((row) => canonical(row))
    .toSorted();
}

function checkReceipts(sql: ReadSql, rows: readonly StoredRow[], report: Report): void {
  const covered = new Set<number>();
  for (const receipt of sql.all<{ command_id: string; answer: string }>('SELECT command_id, answer FROM receipt')) {
    const decided = parseDecided(receipt.answer);
    if (!decided) report('receipt_differs', `The receipt of command ${receipt.command_id} cannot be read.`);
    if (decided?.outcome !== 'accepted') continue;
    for (let seq = decided.first_seq; seq <= decided.last_seq; seq++) {
      covered.add(seq);
      if (rows[seq - 1]?.command_id !== receipt.command_id) {
        report('receipt_differs', `The receipt of command ${receipt.command_id} names fact ${seq}, which another command caused.`);
      }
    }
  }
  for (const row of rows) {
    if (!covered.has(row.event_seq))
      report('receipt_differs', `Fact ${row.event_seq} has no receipt: command ${row.command_id} could be decided twice.`);
  }
}

function parseDecided(text: string): Decided | undefined {
  try {
    return JSON.parse(text) as Decided;
  } catch {
    return undefined;
  }
}
