import { isRefusal, msOf, settle, type Command, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { syncRefusals } from '@taffrail/sync';
import type { Answer } from './answer.ts';
import { readFacts } from './factLog.ts';
import { requestJobsOf } from './jobs.ts';
import type { Clock, Sha256, Sql } from './ports.ts';
import { INPUT_UNKNOWN, inputHashOf, readReceipt, writeReceipt, type Decided, type Receipt } from './receipts.ts';
import { projectionsOf, type BookNow, type ServerContext } from './serverContext.ts';
import type { States } from './states.ts';
import type { Tail } from './tail.ts';

/** A clock that is set right steps back by seconds; one that was an hour ahead was wrong, and is not followed. */
const STEP_BACK_MS = 3_600_000;

/** What is recorded later is never recorded at an earlier time: fills of one moment are matched in the order they were recorded. */
function momentOf(clock: Instant, last: Instant | undefined): Instant {
  if (last === undefined || last <= clock) return clock;
  return msOf(last) - msOf(clock) <= STEP_BACK_MS ? last : clock;
}

/** Refusals that rest on the input alone are not kept: sending the same thing again is refused the same again. */
const UNKEPT_REFUSALS: ReadonlySet<string> = new Set(['invalid_input', 'unknown_command', 'version_required']);

/** Commands whose preconditions do not hold, with what is said to them unless they were decided before. */
export type Unmet = ReadonlyMap<Command, Refusal>;

const NOTHING_UNMET: Unmet = new Map();

export interface DeciderParts {
  readonly contexts: readonly ServerContext[];
  readonly sql: Sql;
  readonly clock: Clock;
  readonly sha256: Sha256;
  readonly states: States;
  readonly tail: Tail;
}

/** Decides commands inside a transaction that the caller opened: receipt, domain, facts, states, tables, jobs. */
export function openDecider({ contexts, sql, clock, sha256, states, tail }: DeciderParts) {
  const domain = contexts.map(({ context }) => context);
  const projections = projectionsOf(contexts);
  const aggregateOf = new Map(domain.flatMap(({ commands }) => commands.map(({ type, aggregate }) => [type, aggregate])));
  const book: BookNow = { read: (query) => query(sql), state: (ref) => states.load(ref) };

  /** A refusal stops the commands behind it that concern the same aggregate; they were made on top of it. */
  function decideInOrder(commands: readonly Command[], actor: string, unmet: Unmet = NOTHING_UNMET): Answer[] {
    const refused = new Map<string, string>();
    return commands.map((command) => {
      const before = refused.get(command.aggregate_id);
      if (before) return refusalAnswer(command, syncRefusals.earlier_command_refused({ command_id: before }));
      const answer = decideOnce(command, actor, unmet.get(command));
      if (answer.outcome === 'refused') refused.set(command.aggregate_id, command.command_id);
      return answer;
    });
  }

  function decideOnce(command: Command, actor: string, refusal: Refusal | undefined): Answer {
    const inputHash = inputHashOf(command, sha256);
    const receipt = readReceipt(sql, command.command_id);
    if (!receipt) {
      const unmetNow = refusal ?? unfounded(command);
      return unmetNow ? refusalAnswer(command, unmetNow) : decide(command, actor, inputHash);
    }
    if (receipt.input_hash === inputHash || receipt.input_hash === INPUT_UNKNOWN) return answerAgain(command, receipt);
    return refusalAnswer(command, syncRefusals.command_id_reused({ command_id: command.command_id }));
  }

  function unfounded(command: Command): Refusal | undefined {
    for (const context of contexts) {
      const refusal = context.unfounded?.(command, book);
      if (refusal) return refusal;
    }
    return undefined;
  }

  function decide(command: Command, actor: string, inputHash: string): Answer {
    const now = momentOf(clock.now(), tail.recordedAt);
    const settled = settle(domain, command, (ref) => states.load(ref), now);
    if (isRefusal(settled)) {
      const { code, sentence, details } = settled;
      if (!UNKEPT_REFUSALS.has(code)) keepReceipt(command, inputHash, now, { outcome: 'refused', code, sentence, details });
      return refusalAnswer(command, settled);
    }
    if (settled.facts.length === 0) return nothingCameOf(command, inputHash, now);
    const facts = tail.append(settled.facts, { command_id: command.command_id, actor, recorded_at: now });
    for (const change of settled.changes) {
      states.save(change, change.after);
      for (const project of projections(change.aggregate_type)) project(sql, change.aggregate_id, change.before?.state, change.after.state);
    }
    requestJobsOf(sql, contexts, facts, states.load);
    const [first, last] = [facts[0], facts.at(-1)];
    const own = settled.changes.find((change) => change.aggregate_id === command.aggregate_id);
    if (!first || !last || !own) throw new Error(`${command.type} was accepted without a fact about what it was asked of`);
    const { version } = own.after;
    keepReceipt(command, inputHash, now, { outcome: 'accepted', first_seq: first.event_seq, last_seq: last.event_seq, version });
    return { outcome: 'accepted', command_id: command.command_id, recorded_at: now, version, facts };
  }

  /** What is asked for is so already. It is answered as done, and the receipt names no facts. */
  function nothingCameOf(command: Command, inputHash: string, now: Instant): Answer {
    const { command_id, aggregate_id } = command;
    const aggregate_type = aggregateOf.get(command.type) ?? '';
    const version = states.load({ aggregate_type, aggregate_id })?.version ?? 0;
    keepReceipt(command, inputHash, now, { outcome: 'accepted', first_seq: 1, last_seq: 0, version });
    return { outcome: 'accepted', command_id, recorded_at: now, version, facts: [] };
  }

  function keepReceipt(command: Command, inputHash: string, now: Instant, decided: Decided): void {
    writeReceipt(sql, command.command_id, { input_hash: inputHash, recorded_at: now, decided });
  }

  function answerAgain(command: Command, { decided, recorded_at }: Receipt): Answer {
    const { command_id } = command;
    if (decided.outcome === 'refused') return { ...decided, command_id };
    const facts = readFacts(sql, decided.first_seq - 1, decided.last_seq - decided.first_seq + 1);
    return { outcome: 'duplicate', command_id, recorded_at, version: decided.version, facts };
  }

  return { decideInOrder };
}

function refusalAnswer(command: Command, { code, sentence, details }: Refusal): Answer {
  return { outcome: 'refused', command_id: command.command_id, code, sentence, details };
}
