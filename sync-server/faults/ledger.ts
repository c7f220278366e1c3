import { createHash } from 'node:crypto';
import type { Command } from '@taffrail/domain/kernel';
import type { CommandAnswer, Event } from '@taffrail/sync';
import canonicalize from 'canonicalize';
import type { Random } from '../simulation/random.ts';

/** Remembers what was sent, what was answered and what the log shows, and says where they do not agree. */
export interface Ledger {
  /** The end of the log as far as it was read. */
  readonly lastSeq: number;
  readonly failures: readonly string[];
  send(commands: readonly Command[]): void;
  answer(answers: readonly CommandAnswer[]): void;
  /** What the log shows behind `lastSeq`; whatever was acknowledged before must be there. */
  read(events: readonly Event[]): void;
  /** The whole log, once everything is answered: each fact belongs to one command's answer, and the other way round. */
  readWhole(events: readonly Event[]): void;
  /** Nobody knows what became of these. In the order they were sent. */
  unanswered(): Command[];
  someAccepted(count: number, random: Random): Command[];
  counts(): Counts;
}

export type Counts = Record<'commands_sent' | 'commands_accepted' | 'commands_refused' | 'facts', number>;

interface Answered {
  readonly command: Command;
  /** None where it was refused. */
  readonly events: readonly Fingerprint[];
}

/** What the server records of its own accord was sent by nobody. */
const isOfServer = (commandId: string): boolean => /^(?:keep|compute-risk|link-risk)\//.test(commandId);

export function openLedger(): Ledger {
  const pending = new Map<string, Command>();
  const answered = new Map<string, Answered>();
  const failures: string[] = [];
  let unread: Answered[] = [];
  let stored: Fingerprint[] = [];
  let causes: string[] = [];

  function answer(answers: readonly CommandAnswer[]): void {
    for (const one of answers) {
      const { command_id } = one;
      const events = one.outcome === 'refused' ? [] : one.events.map(fingerprintOf);
      const before = answered.get(command_id);
      const command = pending.get(command_id);
      if (before && before.events.join() !== events.join()) failures.push(`command ${command_id} was answered differently the second time`);
      if (!before && !command) failures.push(`command ${command_id} is answered and was never sent`);
      if (before || !command) continue;
      pending.delete(command_id);
      answered.set(command_id, { command, events });
      unread.push({ command, events });
    }
  }

  function read(events: readonly Event[]): void {
    for (const event of events) {
      const next = stored.length + 1;
      if (event.event_seq !== next) failures.push(`fact ${next} should come next in the log, but fact ${event.event_seq} does`);
      if (!isOfServer(event.command_id) && !pending.has(event.command_id) && !answered.has(event.command_id))
        failures.push(`fact ${next} was caused by a command never sent`);
      stored.push(fingerprintOf(event));
      causes.push(event.command_id);
    }
    for (const acknowledged of unread) checkStored(acknowledged);
    unread = [];
  }

  function checkStored({ command, events }: Answered): void {
    for (const event of events) {
      const seq = seqOf(event);
      if (stored[seq - 1] !== event) failures.push(`fact ${seq} of command ${command.command_id} was acknowledged and is not in the log`);
    }
  }

  function readWhole(events: readonly Event[]): void {
    stored = [];
    causes = [];
    unread = [...answered.values()];
    read(events);
    for (const [index, commandId] of causes.entries()) {
      const isAnswered = answered.get(commandId)?.events.includes(stored[index] ?? '') ?? false;
      if (!isAnswered && !isOfServer(commandId))
        failures.push(`fact ${index + 1} is no part of what command ${commandId} was answered: it took effect twice`);
    }
    for (const id of pending.keys()) failures.push(`command ${id} was never answered`);
  }

  const accepted = (): Answered[] => [...answered.values()].filter(({ events }) => events.length > 0);

  return {
    get lastSeq() {
      return stored.length;
    },
    failures,
    send(commands) {
      for (const command of commands) pending.set(command.command_id, command);
    },
    answer,
    read,
    readWhole,
    unanswered: () => [...pending.values()],
    someAccepted(count, random) {
      const candidates = accepted();
      return candidates.length === 0 ? [] : Array.from({ length: count }, () => random.pick(candidates).command);
    },
    counts() {
      const acceptedCount = accepted().length;
      return {
        commands_sent: pending.size + answered.size,
        commands_accepted: acceptedCount,
        commands_refused: answered.size - acceptedCount,
        facts: stored.length,
      };
    },
  };
}

/** An event's place and its whole content, short enough to keep for every event of a long run. */
type Fingerprint = string;

function fingerprintOf(event: Event): Fingerprint {
  // Canonical, because an answer may list the same fields in another order once it is read back from the log.
  const digest = createHash('sha256').update(canonicalize(event) ?? '');
  return `${event.event_seq}:${digest.digest('base64url')}`;
}

const seqOf = (fingerprint: Fingerprint): number => Number.parseInt(fingerprint, 10);
