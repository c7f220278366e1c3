import type { ZodError } from 'zod';
import type { Command } from './command.ts';
import { asJson, type Aggregate, type CommandRule, type Context, type LoadState, type Versioned, type World } from './context.ts';
import type { AggregateRef, FoldedFact, NewFact } from './fact.ts';
import type { Instant } from './instant.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { kernelRefusals } from './refusals.ts';

/** A neighbour may lead to the next (fill → position → account); more hops than this is a defect in a `reads`. */
const READ_ROUNDS = 4;

export interface SettledFact extends NewFact {
  readonly occurred_at: Instant;
  readonly aggregate_version: number;
}

export interface Change extends AggregateRef {
  readonly before: Versioned | undefined;
  readonly after: Versioned;
}

/** What a command comes to: the facts to append and the states they lead to. Nothing has been written yet. */
export interface Settled {
  readonly facts: readonly SettledFact[];
  readonly changes: readonly Change[];
}

/**
 * Takes a command from its payload to its facts. The device runs this to answer at once and the server to decide,
 * which is why they agree: given equal states and an equal `now`, the outcome is equal.
 */
export function settle(contexts: readonly Context[], command: Command, load: LoadState, now: Instant): Settled | Refusal {
  const rule = ruleFor(contexts, command.type);
  if (!rule) return kernelRefusals.unknown_command({ type: command.type });

  const payload = rule.payload.safeParse(command.payload);
  if (!payload.success) return invalidInput(payload.error);

  const own = load({ aggregate_type: rule.aggregate, aggregate_id: command.aggregate_id });
  const refusal = checkStance(rule, command, own);
  if (refusal) return refusal;

  const asked = {
    aggregate_id: command.aggregate_id,
    state: own?.state,
    payload: payload.data,
    occurred_at: command.occurred_at ?? now,
    command,
  };
  const known = loadNeighbours(rule, asked, command, own, load);
  const decision = rule.decide(asked, worldOf(known, now));
  if (isRefusal(decision)) return decision;
  return foldFacts(contexts, decision, known, asked.occurred_at, now);
}

function ruleFor(contexts: readonly Context[], type: string): CommandRule | undefined {
  for (const context of contexts) {
    const rule = context.commands.find((candidate) => candidate.type === type);
    if (rule) return rule;
  }
  return undefined;
}

export function aggregateFor(contexts: readonly Context[], type: string): Aggregate | undefined {
  for (const context of contexts) {
    const aggregate = context.aggregates.find((candidate) => candidate.type === type);
    if (aggregate) return aggregate;
  }
  return undefined;
}

/** The first thing wrong with an input, and where: one clear sentence beats a list. */
export function invalidInput(error: ZodError): Refusal {
  const issue = error.issues[0];
  return kernelRefusals.invalid_input({ at: issue?.path.join('.') ?? '', problem: issue?.message ?? 'not understood' });
}

function checkStance(rule: CommandRule, command: Command, own: Versioned | undefined): Refusal | undefined {
  const noun = rule.aggregate;
  if (rule.stance === 'creates') return own ? kernelRefusals.already_exists({ noun, id: command.aggregate_id }) : undefined;
  const { expected_version } = command;
  if (!own) return rule.stance === 'puts' && !expected_version ? undefined : kernelRefusals.not_found({ noun, id: command.aggregate_id });
  if (expected_version === undefined) {
    return rule.stance === 'edits' ? kernelRefusals.version_required({ noun, current_version: own.version }) : undefined;
  }
  if (expected_version === own.version) return undefined;
  return kernelRefusals.version_conflict({ noun, expected_version, current_version: own.version });
}

/** Every aggregate the decision was shown, absent ones included: what is not in here, it may neither read nor change. */
type Known = Map<string, Versioned | undefined>;

const keyOf = (ref: AggregateRef): string => `${ref.aggregate_type}/${ref.aggregate_id}`;

function loadNeighbours(
  rule: CommandRule,
  asked: Parameters<NonNullable<CommandRule['reads']>>[0],
  command: Command,
  own: Versioned | undefined,
  load: LoadState,
): Known {
  const known: Known = new Map([[keyOf({ aggregate_type: rule.aggregate, aggregate_id: command.aggregate_id }), own]]);
  for (let round = 0; rule.reads && round <= READ_ROUNDS; round++) {
    const peek = { read: (type: string, id: string) => known.get(keyOf({ aggregate_type: type, aggregate_id: id }))?.state };
    const missing = rule.reads(asked, peek as World).filter((ref) => !known.has(keyOf(ref)));
    if (missing.length === 0) return known;
    for (const ref of missing) known.set(keyOf(ref), load(ref));
  }
  if (rule.reads) throw new Error(`${rule.type} keeps asking for more to read after ${READ_ROUNDS} rounds`);
  return known;
}

function worldOf(known: Known, now: Instant): World {
  return {
    now,
    read<State>(type: string, id: string): State | undefined {
      const key = keyOf({ aggregate_type: type, aggregate_id: id });
      if (!known.has(key)) throw new Error(`the decision read ${key} without declaring it`);
      return known.get(key)?.state as State | undefined;
    },
  };
}

function foldFacts(contexts: readonly Context[], facts: readonly NewFact[], known: Known, occurredAt: Instant, now: Instant): Settled {
  const latest = new Map<string, Change>();
  const settled: SettledFact[] = [];
  for (const fact of facts) {
    const key = keyOf(fact);
    if (!known.has(key)) throw new Error(`the decision changes ${key} without having read it`);
    const change = latest.get(key);
    const before = change ? change.before : known.get(key);
    const current = change ? change.after : before;
    const stamped = { ...fact, occurred_at: fact.occurred_at ?? occurredAt, aggregate_version: (current?.version ?? 0) + 1 };
    settled.push(stamped);
    latest.set(key, {
      aggregate_type: fact.aggregate_type,
      aggregate_id: fact.aggregate_id,
      before,
      after: evolve(contexts, current, { ...stamped, recorded_at: now }),
    });
  }
  return { facts: settled, changes: [...latest.values()] };
}

/** One step of the fold that every state is: on the device, in the workspace, in a rebuild. */
export function evolve(contexts: readonly Context[], current: Versioned | undefined, fact: FoldedFact): Versioned {
  const aggregate = aggregateFor(contexts, fact.aggregate_type);
  // Written by a newer version: the fact stays in the log and its place is counted, so nothing shifts when it is understood.
  const state = aggregate ? aggregate.evolve(current?.state, fact) : asJson(current?.state ?? null);
  return { version: fact.aggregate_version, state };
}
