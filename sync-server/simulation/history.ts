import { isDeepStrictEqual } from 'node:util';
import type { Command, Instant, Refusal, Settled } from '@taffrail/domain/kernel';
import { refusalCodes, type CommandAnswer, type Event } from '@taffrail/sync';
import type { Answer, Sql } from '../src/workspace/index.ts';
import type { Counters } from './counters.ts';
import type { Seen } from './outlook.ts';

/** A command as a device made it, with all that the device looked at when it decided for itself. */
export interface Made {
  readonly command: Command;
  readonly device: string;
  readonly seen: ReadonlyMap<string, Seen>;
  readonly decision: Settled | Refusal;
}

/** How the server decided a command the first time, and where in the log it stood then. */
export interface Decided {
  readonly answer: Answer;
  readonly lastSeqBefore: number;
  readonly at: Instant;
}

/** Refusals that say nothing about the command itself; sent again, it may be decided otherwise. */
const PASSING_REFUSALS: ReadonlySet<string> = new Set([
  'earlier_command_refused',
  'version_required',
  'kept_by_the_server',
  'figures_outdated',
]);

/** These rest on the input alone and leave no trace, so its id is still free for another input. */
const TRACELESS_REFUSALS: ReadonlySet<string> = new Set(['invalid_input', 'unknown_command']);

/** What is known of one workspace from outside: everything that was sent to it and everything it ever said. */
export interface BookHistory {
  readonly made: ReadonlyMap<string, readonly Made[]>;
  readonly decisions: ReadonlyMap<string, Decided>;
  /** The final answer to each input, by `inputKey`. */
  readonly answers: ReadonlyMap<string, CommandAnswer>;
  record(made: Made): void;
  answered(request: unknown, response: unknown): void;
  decided(answers: readonly Answer[], at: Instant): void;
  /** A process opened the book: what was decided behind our back is known to have been, but not when. */
  opened(sql: Sql, lastSeq: number): void;
}

export const inputKey = (command: Command): string => JSON.stringify(command);

export function openBookHistory(count: Counters['count'], fail: (what: string) => void): BookHistory {
  const made = new Map<string, Made[]>();
  const decisions = new Map<string, Decided>();
  const decidedIds = new Set<string>();
  const answers = new Map<string, CommandAnswer>();
  let lastSeq = 0;

  function answerOnce(command: Command, answer: CommandAnswer): void {
    if (answer.command_id !== command.command_id) fail(`the answer to ${command.command_id} speaks of ${answer.command_id}`);
    if (answer.outcome === 'refused' && !refusalCodes.includes(answer.code)) fail(`${answer.code} is no code of the closed set`);
    if (answer.outcome === 'refused' && PASSING_REFUSALS.has(answer.code)) return;
    const key = inputKey(command);
    const said: CommandAnswer = answer.outcome === 'duplicate' ? { ...answer, outcome: 'accepted' } : answer;
    const before = answers.get(key);
    if (!before) {
      answers.set(key, said);
      count(said.outcome === 'refused' ? `refused: ${said.code}` : `accepted: ${command.type}`);
      if (said.outcome === 'accepted') count('accepted');
    } else if (!isDeepStrictEqual(before, said) && !lostItsId(before, said)) {
      fail(`${command.type} ${command.command_id} was answered ${summaryOf(before)}, and later ${summaryOf(said)}`);
    }
  }

  return {
    made,
    decisions,
    answers,
    record(one) {
      const { command_id } = one.command;
      made.set(command_id, [...(made.get(command_id) ?? []), one]);
    },
    answered(request, response) {
      const { commands } = request as { commands: readonly Command[] };
      const given = (response as { answers: readonly CommandAnswer[] }).answers;
      if (given.length !== commands.length) fail(`${commands.length} commands were given ${given.length} answers`);
      commands.forEach((command, index) => {
        const answer = given[index];
        if (answer) answerOnce(command, answer);
      });
    },
    decided(group, at) {
      for (const answer of group) {
        if (!decidedIds.has(answer.command_id)) decisions.set(answer.command_id, { answer, lastSeqBefore: lastSeq, at });
        if (!isPassing(answer)) decidedIds.add(answer.command_id);
        if (answer.outcome === 'accepted') lastSeq = answer.facts.at(-1)?.event_seq ?? lastSeq;
      }
    },
    opened(sql, seq) {
      lastSeq = seq;
      for (const { command_id } of sql.all<{ command_id: string }>('SELECT command_id FROM receipt')) decidedIds.add(command_id);
    },
  };
}

const lostItsId = (before: CommandAnswer, said: CommandAnswer): boolean =>
  before.outcome === 'refused' && TRACELESS_REFUSALS.has(before.code) && said.outcome === 'refused' && said.code === 'command_id_reused';

const isPassing = (answer: Answer): boolean => answer.outcome === 'refused' && PASSING_REFUSALS.has(answer.code);

function summaryOf(answer: CommandAnswer): string {
  if (answer.outcome === 'refused') return `refused (${answer.code}: ${answer.sentence})`;
  return `accepted (${answer.events.map(placeOf).join(', ')})`;
}

const placeOf = (event: Event): string => `${event.event_seq} ${event.type}`;
