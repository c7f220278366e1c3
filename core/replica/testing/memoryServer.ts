import { contexts } from '@taffrail/domain';
import {
  evolve,
  isRefusal,
  settle,
  type AggregateRef,
  type Command,
  type Instant,
  type Refusal,
  type Versioned,
} from '@taffrail/domain/kernel';
import { syncRefusals, type CommandAnswer, type Event } from '@taffrail/sync';
import { keyOf } from '../copy/tables.ts';
import type { Intake } from '../exchange/intake.ts';
import type { Follower, Reply, Scope, ServerLine } from '../line/serverLine.ts';
import { idOf } from './ids.ts';

/** What becomes of one request on its way. */
export type Fate = 'carried' | 'request_lost' | 'answer_lost' | 'carried_twice' | 'signed_out' | 'busy';

export interface MemoryServer {
  readonly states: ReadonlyMap<string, Versioned>;
  readonly facts: readonly Event[];
  /** Another one after each restore. */
  readonly logId: string;
  /** Commands that were decided, each once. */
  readonly decided: readonly string[];
  /** Those among them that were accepted: also where nothing came of it, because it was so already. */
  readonly accepted: ReadonlySet<string>;
  submit(commands: readonly Command[]): readonly CommandAnswer[];
  /** The book goes back to what it was after so many facts, under another log. */
  restore(seq: number): void;
  /** Cuts every stream. */
  hangUp(): void;
  /** What it lets a device do, and says when one connects. */
  scope: Scope;
  /** What is to happen to requests; asked for each. */
  fate: () => Fate;
  readonly line: ServerLine;
  /** Takes files and says nothing of them; the facts of a book it takes while it has none. */
  readonly intake: Intake;
  /** A line of its own to the same server, which fares otherwise. */
  lineWith(fate: () => Fate): ServerLine;
}

const PAGE = 3;

/** What a server works out by itself, and takes from nobody. */
const keptHere: ReadonlySet<string> = new Set(['JudgePeriod', 'MeasureSession']);

/** So many facts, and the rest of the command of the last. */
function wholeCommands(facts: readonly Event[], most: number): Event[] {
  const last = facts[most - 1]?.command_id;
  return facts.filter(({ command_id }, index) => index < most || command_id === last);
}

/** A server as small as it can be: the domain decides, a list is the log. Its pages are short, so that books take several. */
export function openMemoryServer(now: () => Instant): MemoryServer {
  let logs = 1;
  let facts: Event[] = [];
  let states = new Map<string, Versioned>();
  let receipts = new Map<string, CommandAnswer>();
  const decided: string[] = [];
  const accepted = new Set<string>();
  const commits = new Set<() => void>();
  const logId = (): string => `log-${logs}`;

  function submit(commands: readonly Command[]): readonly CommandAnswer[] {
    const refused = new Map<string, string>();
    const answers = commands.map((command) => {
      const before = refused.get(command.aggregate_id);
      const answer = before === undefined ? decideOnce(command) : refusedEarlier(command, before);
      if (answer.outcome === 'refused') refused.set(command.aggregate_id, command.command_id);
      return answer;
    });
    for (const commit of commits) commit();
    return answers;
  }

  function decideOnce(command: Command): CommandAnswer {
    const receipt = receipts.get(command.command_id);
    if (keptHere.has(command.type)) return refusedAnswer(command, syncRefusals.kept_by_the_server({ type: command.type }));
    if (receipt) return receipt.outcome === 'accepted' ? { ...receipt, outcome: 'duplicate' } : receipt;
    const answer = decide(command);
    receipts.set(command.command_id, answer);
    decided.push(command.command_id);
    if (answer.outcome === 'accepted') accepted.add(command.command_id);
    return answer;
  }

  function decide(command: Command): CommandAnswer {
    const { command_id } = command;
    const recorded_at = now();
    const settled = settle(contexts, command, (ref: AggregateRef) => states.get(keyOf(ref)), recorded_at);
    if (isRefusal(settled)) return refusedAnswer(command, settled);
    const events = settled.facts.map((fact, index): Event => {
      const event_seq = facts.length + 1 + index;
      return { ...fact, event_id: idOf(event_seq), event_seq, recorded_at, command_id } as Event;
    });
    facts = [...facts, ...events];
    for (const { after, ...ref } of settled.changes) states.set(keyOf(ref), after);
    return { outcome: 'accepted', command_id, recorded_at, version: settled.changes[0]?.after.version ?? 0, events };
  }

  function refusedEarlier(command: Command, before: string): CommandAnswer {
    return refusedAnswer(command, syncRefusals.earlier_command_refused({ command_id: before }));
  }

  function refusedAnswer({ command_id }: Command, { code, sentence, details }: Refusal): CommandAnswer {
    return { outcome: 'refused', command_id, code, sentence, details: details as never };
  }

  function restore(seq: number): void {
    logs += 1;
    // A backup is taken between commits, and no commit holds half a command.
    const kept = wholeCommands(facts, seq);
    const ids = new Set(kept.map(({ command_id }) => command_id));
    receipts = new Map([...receipts].filter(([id]) => ids.has(id)));
    states = new Map();
    for (const fact of kept) states.set(keyOf(fact), evolve(contexts, states.get(keyOf(fact)), fact));
    facts = kept;
    for (const commit of commits) commit();
  }

  async function follow(cursor: { log_id: string; seq: number }, follower: Follower, signal: AbortSignal): Promise<Reply<'ended'>> {
    if (cursor.log_id !== logId() || cursor.seq > facts.length) return { kind: 'start_over' };
    const own = logId();
    follower.connected({ scope: server.scope });
    for (let seq = cursor.seq; !signal.aborted && own === logId();) {
      const page = wholeCommands(facts.slice(seq), PAGE);
      if (page.length === 0) {
        const committed = await nextCommit(signal);
        if (committed === 'hung_up') break;
      } else if (!(await follower.facts(page))) break;
      seq += page.length;
    }
    return { kind: 'answered', value: 'ended' };
  }

  let hangUp = (): void => {};

  function nextCommit(signal: AbortSignal): Promise<'committed' | 'hung_up'> {
    const { promise, resolve } = Promise.withResolvers<'committed' | 'hung_up'>();
    const ring = (): void => resolve('committed');
    const cut = hangUp;
    hangUp = () => {
      cut();
      resolve('hung_up');
    };
    commits.add(ring);
    signal.addEventListener('abort', () => resolve('hung_up'), { once: true });
    return promise.finally(() => commits.delete(ring));
  }

  async function carried<T>(fateOf: () => Fate, work: () => Reply<T>): Promise<Reply<T>> {
    const fate = fateOf();
    await new Promise(setImmediate);
    if (fate === 'signed_out') return { kind: 'signed_out' };
    if (fate === 'busy') return { kind: 'later', sentence: 'The server is busy.', after_ms: 5_000 };
    if (fate === 'request_lost') return { kind: 'later', sentence: 'The server could not be reached.' };
    if (fate === 'carried_twice') work();
    const reply = work();
    return fate === 'answer_lost' ? { kind: 'later', sentence: 'The server could not be reached.' } : reply;
  }

  const lineWith = (fateOf: () => Fate): ServerLine => ({
    // As a network does it: what arrives is a copy.
    submit: (commands) => carried(fateOf, () => ({ kind: 'answered', value: structuredClone(submit(structuredClone(commands))) })),
    snapshot: (after) =>
      carried(fateOf, () => {
        const keys = [...states.keys()].toSorted().filter((key) => after === undefined || key > after);
        const aggregates = keys.slice(0, PAGE).map((key) => {
          const [aggregate_type = '', aggregate_id = ''] = key.split('/');
          return { aggregate_type, aggregate_id, ...structuredClone(states.get(key)!) } as never;
        });
        const next_after = keys.length > PAGE ? keys[PAGE - 1]! : null;
        return { kind: 'answered', value: { protocol: 1, log_id: logId(), cursor: facts.length, aggregates, next_after } };
      }),
    events: (after, limit, log) =>
      carried(fateOf, () => {
        if (log !== logId()) return { kind: 'start_over' };
        const events = structuredClone(facts.slice(after, after + limit));
        const page = {
          protocol: 1,
          log_id: logId(),
          last_seq: facts.length,
          events,
          next_after: events.at(-1)?.event_seq ?? after,
        } as const;
        return { kind: 'answered', value: page };
      }),
    async follow(cursor, follower, signal) {
      const fate = fateOf();
      if (fate === 'signed_out') return { kind: 'signed_out' };
      if (fate !== 'carried') return { kind: 'later', sentence: 'The server could not be reached.' };
      return follow(cursor, follower, signal);
    },
  });

  let brought: Event[] = [];

  function takeBrought(): Reply<{ log_id: string; last_seq: number }> {
    facts = brought;
    // Asked twice, it is the same book.
    states = new Map();
    for (const fact of facts) states.set(keyOf(fact), evolve(contexts, states.get(keyOf(fact)), fact));
    for (const commit of commits) commit();
    return { kind: 'answered', value: { log_id: logId(), last_seq: facts.length } };
  }

  const intake: Intake = {
    files: { put: async () => ({ kind: 'answered', value: {} }), get: async () => ({ kind: 'later', sentence: 'Not now.' }) },
    held: () =>
      carried(
        () => server.fate(),
        () => ({ kind: 'answered', value: { held: brought.length } }),
      ),
    add: (_, after, page) =>
      carried(
        () => server.fate(),
        () => {
          if (after === brought.length) brought = [...brought, ...structuredClone(page)];
          return { kind: 'answered', value: { held: brought.length } };
        },
      ),
    finish: () => carried(() => server.fate(), takeBrought),
  };

  const server: MemoryServer = {
    get states() {
      return states;
    },
    get logId() {
      return logId();
    },
    get facts() {
      return facts;
    },
    decided,
    accepted,
    submit,
    restore,
    hangUp: () => hangUp(),
    scope: 'write',
    fate: () => 'carried',
    intake,
    line: lineWith(() => server.fate()),
    lineWith,
  };
  return server;
}
