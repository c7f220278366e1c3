import { isRefusal, refusalsFrom, type AggregateRef, type Context, type Fact, type Refusal } from '@taffrail/domain/kernel';
import { factProblem, findMisplaced, syncLimits, type Event } from '@taffrail/sync';
import { readHead } from './factLog.ts';
import { foldFacts, inOrder, type Folded } from './fold.ts';
import { importRefusals } from './importRefusals.ts';
import { requestJobsOf } from './jobs.ts';
import type { Head, Sql } from './ports.ts';
import { projectStates } from './rebuild.ts';
import { INPUT_UNKNOWN, writeReceipt } from './receipts.ts';
import type { ServerContext } from './serverContext.ts';
import type { Tail } from './tail.ts';

/**
 * The facts of a device's export, on their way into an empty book: too many for one request, so they are kept aside a page
 * at a time, and taken all together or not at all.
 */
export const intakeMigrations: readonly string[] = [
  `
  CREATE TABLE intake (
    after INTEGER PRIMARY KEY,
    import_id TEXT NOT NULL,
    facts INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  `,
];

const intakeRefusals = refusalsFrom({
  import_incomplete: (d: { held: number; facts: number }) =>
    `Of ${d.facts} facts ${d.held} have arrived; send the others, then finish the import.`,
  import_too_large: (d: { facts: number; limit: number; limit_bytes: number }) =>
    `This import has more than ${d.limit} facts or ${d.limit_bytes} bytes (${d.facts} facts so far), which is as much as one may bring here; ` +
    'keep it as a book of the device.',
  fact_out_of_place: (d: { fact: number; problem: string }) =>
    `Fact ${d.fact} does not follow from those before it: ${d.problem}. Nothing was imported.`,
});

interface Page {
  /** Which file these facts are of. Another one takes the place of what an earlier one left behind. */
  readonly importId: string;
  readonly after: number;
  readonly facts: readonly Event[];
}

/** Takes in the facts of a device's export, page by page and then all at once. Only while the book is empty. */
export interface Intake {
  /** How many facts of a file are here. */
  held(importId: string): number;
  keep(page: Page): Promise<number | Refusal>;
  /** All the facts there are, or nothing. */
  take(importId: string, facts: number, actor: string): Promise<{ readonly seq: number } | Refusal>;
}

interface Parts {
  readonly sql: Sql;
  readonly contexts: readonly ServerContext[];
  readonly tail: Tail;
}

export function openIntake(parts: Parts, transact: <T>(work: () => T) => Promise<T>): Intake {
  const { sql, contexts } = parts;
  return {
    held: (importId) => countHeld(sql, importId),
    keep: (page) => transact(() => keepPage(sql, contexts, page)),
    take: (importId, facts, actor) => transact(() => takeAll(parts, importId, facts, actor)),
  };
}

function countHeld(sql: Pick<Sql, 'all'>, importId: string): number {
  return sql.all<{ held: number }>('SELECT coalesce(sum(facts), 0) AS held FROM intake WHERE import_id = ?', importId)[0]?.held ?? 0;
}

/** How many are here then. A page that is not the next one changes nothing, so that whoever is unsure can ask and go on. */
function keepPage(sql: Sql, contexts: readonly ServerContext[], page: Page): number | Refusal {
  const refused = notEmpty(sql) ?? pageProblem(contexts, page);
  if (refused) return refused;
  const { importId, after, facts } = page;
  sql.run('DELETE FROM intake WHERE import_id <> ?', importId);
  const held = countHeld(sql, importId);
  if (after !== held) return held;
  const content = JSON.stringify(facts);
  const [taken] = sql.all<{ bytes: number }>('SELECT coalesce(sum(bytes), 0) AS bytes FROM intake');
  const all = held + facts.length;
  if (all > syncLimits.factsPerImport || (taken?.bytes ?? 0) + content.length > syncLimits.importBytes) {
    return intakeRefusals.import_too_large({ facts: all, limit: syncLimits.factsPerImport, limit_bytes: syncLimits.importBytes });
  }
  sql.run(
    'INSERT INTO intake (after, import_id, facts, bytes, content) VALUES (?, ?, ?, ?, ?)',
    after,
    importId,
    facts.length,
    content.length,
    content,
  );
  return all;
}

function notEmpty(sql: Sql): Refusal | undefined {
  const { seq } = readHead(sql);
  return seq > 0 ? importRefusals.book_not_empty({ facts: seq }) : undefined;
}

function pageProblem(contexts: readonly ServerContext[], { after, facts }: Page): Refusal | undefined {
  for (const [index, fact] of facts.entries()) {
    const line = after + 1 + index;
    const problem = factProblem(domainOf(contexts), fact);
    if (problem !== undefined) return importRefusals.fact_unreadable({ line, problem });
    if (fact.event_seq !== line) return importRefusals.fact_altered({ line });
  }
  return undefined;
}

const domainOf = (contexts: readonly ServerContext[]): readonly Context[] => contexts.map(({ context }) => context);

/** Makes what was kept aside the log: judged whole before anything is written. The facts count as brought by `actor`. */
function takeAll({ sql, contexts, tail }: Parts, importId: string, facts: number, actor: string): Pick<Head, 'seq'> | Refusal {
  const held = countHeld(sql, importId);
  if (held !== facts) return intakeRefusals.import_incomplete({ held, facts });
  const log = heldFacts(sql, actor);
  const folded = notEmpty(sql) ?? foldedInOrder(domainOf(contexts), log);
  if (isRefusal(folded)) return folded;
  tail.appendStamped(log);
  writeReceipts(sql, log);
  projectStates(sql, contexts, inOrder(folded));
  requestJobsOf(sql, contexts, log, (fact) => folded.get(keyOf(fact))?.current);
  sql.run('DELETE FROM intake');
  return { seq: log.length };
}

function heldFacts(sql: Sql, actor: string): Fact[] {
  const pages = sql.all<{ content: string }>('SELECT content FROM intake ORDER BY after');
  return pages.flatMap(({ content }) => (JSON.parse(content) as Event[]).map((event) => ({ ...event, actor })));
}

const keyOf = ({ aggregate_type, aggregate_id }: AggregateRef): string => `${aggregate_type}/${aggregate_id}`;

function foldedInOrder(domain: readonly Context[], facts: readonly Fact[]): Map<string, Folded> | Refusal {
  const misplaced = findMisplaced(facts as readonly Event[]);
  if (misplaced) return intakeRefusals.fact_out_of_place(misplaced);
  try {
    return foldFacts(domain, facts);
  } catch (error) {
    return intakeRefusals.fact_out_of_place({ fact: facts.length, problem: error instanceof Error ? error.message : String(error) });
  }
}

/** A device does not know what was asked, only what came of it; that is enough never to do it twice. */
function writeReceipts(sql: Sql, facts: readonly Fact[]): void {
  for (let from = 0; from < facts.length;) {
    const first = facts[from] as Fact;
    let to = from + 1;
    while (facts[to]?.command_id === first.command_id) to += 1;
    const own = facts.slice(from, to).findLast((fact) => fact.aggregate_id === first.aggregate_id) as Fact;
    writeReceipt(sql, first.command_id, {
      input_hash: INPUT_UNKNOWN,
      recorded_at: first.recorded_at,
      decided: {
        outcome: 'accepted',
        first_seq: first.event_seq,
        last_seq: first.event_seq + to - from - 1,
        version: own.aggregate_version,
      },
    });
    from = to;
  }
}
