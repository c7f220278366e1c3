import { idSchema, instantSchema, isRefusal, type Fact, type Refusal } from '@taffrail/domain/kernel';
import { payloadProblem, problemOf } from '@taffrail/sync';
import { z } from 'zod';
import { GENESIS } from './chain.ts';
import { importDocuments } from './documents.ts';
import { appendFact, factOf, storedRows } from './factLog.ts';
import { foldFacts, inOrder } from './fold.ts';
import { requestJobsOf } from './jobs.ts';
import { importRefusals } from './importRefusals.ts';
import type { Head, ReadSql, Sha256, Sql } from './ports.ts';
import { prepareBook } from './prepareBook.ts';
import { projectStates } from './rebuild.ts';
import { writeReceipt, type Decided } from './receipts.ts';
import type { ServerContext } from './serverContext.ts';

/** A fact as an export holds it: its envelope and its link, so that an import can tell it is the same log. */
export type ExportedFact = Fact & { readonly hash: string };

export interface ExportedReceipt {
  readonly command_id: string;
  readonly input_hash: string;
  readonly recorded_at: string;
  readonly answer: Decided;
}

export function* exportFacts(sql: ReadSql): Generator<ExportedFact> {
  for (const row of storedRows(sql)) yield { ...factOf(row), hash: row.hash };
}

export function* exportReceipts(sql: ReadSql): Generator<ExportedReceipt> {
  for (const row of sql.all<Omit<ExportedReceipt, 'answer'> & { answer: string }>(
    'SELECT * FROM receipt ORDER BY recorded_at, command_id',
  )) {
    yield { ...row, answer: JSON.parse(row.answer) as Decided };
  }
}

const factSchema = z.strictObject({
  event_id: idSchema,
  event_seq: z.int().min(1),
  type: z.string(),
  aggregate_type: z.string(),
  aggregate_id: idSchema,
  aggregate_version: z.int().min(1),
  occurred_at: instantSchema,
  recorded_at: instantSchema,
  command_id: z.string(),
  actor: z.string(),
  payload: z.json(),
  hash: z.string().regex(/^[\da-f]{64}$/),
});

const receiptSchema = z.strictObject({
  command_id: z.string(),
  input_hash: z.string(),
  recorded_at: instantSchema,
  answer: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('accepted'), first_seq: z.int(), last_seq: z.int(), version: z.int() }),
    z.strictObject({ outcome: z.literal('refused'), code: z.string(), sentence: z.string(), details: z.record(z.string(), z.json()) }),
  ]),
});

export interface ImportParts {
  readonly sql: Sql;
  readonly contexts: readonly ServerContext[];
  readonly sha256: Sha256;
  readonly nextId: () => string;
}

/** The lines of an export's files. */
export interface ExportedBook {
  readonly facts: Iterable<unknown>;
  readonly receipts: Iterable<unknown>;
  readonly documents: Iterable<unknown>;
}

/** Fills an empty book from an export, all of it or nothing: the same facts in the same chain, under a log id of its own. */
export function importBook(parts: ImportParts, { facts, receipts, documents }: ExportedBook): Head | Refusal {
  const { sql, contexts, nextId } = parts;
  prepareBook(sql, contexts, nextId);
  const held = sql.all<{ facts: number }>('SELECT count(*) AS facts FROM fact')[0]?.facts ?? 0;
  if (held > 0) return importRefusals.book_not_empty({ facts: held });
  return takenBackIfRefused(sql, () => {
    const imported = importFacts(parts, facts);
    if (isRefusal(imported)) return imported;
    const problem = importReceipts(sql, receipts) ?? importDocuments(sql, documents);
    if (problem) return problem;
    const states = foldFacts(
      contexts.map(({ context }) => context),
      imported.facts,
    );
    projectStates(sql, contexts, inOrder(states));
    requestJobsOf(sql, contexts, imported.facts, (fact) => states.get(`${fact.aggregate_type}/${fact.aggregate_id}`)?.current);
    return imported.head;
  });
}

function importFacts({ sql, contexts, sha256 }: ImportParts, lines: Iterable<unknown>): { facts: Fact[]; head: Head } | Refusal {
  const domain = contexts.map(({ context }) => context);
  const facts: Fact[] = [];
  let head = GENESIS;
  for (const line of lines) {
    const at = facts.length + 1;
    const parsed = factSchema.safeParse(line);
    if (!parsed.success) return importRefusals.fact_unreadable({ line: at, problem: problemOf(parsed.error) });
    const { hash, ...fact } = parsed.data as ExportedFact;
    const problem = payloadProblem(domain, fact);
    if (problem !== undefined) return importRefusals.fact_unreadable({ line: at, problem });
    if (fact.event_seq !== at) return importRefusals.fact_altered({ line: at });
    head = appendFact(sql, head, fact, sha256);
    if (head.hash !== hash) return importRefusals.fact_altered({ line: at });
    facts.push(fact);
  }
  return { facts, head };
}

function importReceipts(sql: Sql, lines: Iterable<unknown>): Refusal | undefined {
  let line = 0;
  for (const one of lines) {
    line += 1;
    const parsed = receiptSchema.safeParse(one);
    if (!parsed.success) return importRefusals.receipt_unreadable({ line, problem: problemOf(parsed.error) });
    const { command_id, answer, ...rest } = parsed.data;
    writeReceipt(sql, command_id, { ...rest, decided: answer });
  }
  return undefined;
}

class TakenBack extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.sentence);
    this.refusal = refusal;
  }
}

/** A transaction is taken back by throwing; a refusal found inside it is carried out that way and becomes an answer again. */
function takenBackIfRefused<T>(sql: Sql, work: () => T | Refusal): T | Refusal {
  try {
    return sql.transaction(() => {
      const result = work();
      if (isRefusal(result)) throw new TakenBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.refusal;
    throw error;
  }
}
