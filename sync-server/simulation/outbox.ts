import type { Command } from '@taffrail/domain/kernel';
import { syncLimits, type CommandAnswer, type Event } from '@taffrail/sync';
import type { Counters } from './counters.ts';
import type { Network, Response } from './network.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

const ANSWER_TIMEOUT_MS = 10_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

interface Entry {
  readonly command: Command;
  /** Its facts have come back through the log, which may well happen before its answer does. */
  arrived: boolean;
  /** Accepted; the last of its facts. */
  lastSeq: number | undefined;
}

export interface OutboxParts {
  readonly name: string;
  readonly world: World;
  readonly random: Random;
  readonly network: Network;
  readonly count: Counters['count'];
  readonly fail: (what: string) => void;
  /** What is pending, or what it stands on, is not what it was. */
  readonly changed: () => void;
}

/** What the trader said and the server has not confirmed, in order. One request at a time, tried again until it is answered. */
export function openOutbox({ name, world, random, network, count, fail, changed }: OutboxParts) {
  let entries: Entry[] = [];
  let sending = 0;
  let busy = false;
  let failures = 0;

  function put(command: Command): void {
    entries.push({ command, arrived: false, lastSeq: undefined });
    drain();
  }

  function drain(): void {
    const unanswered = entries.filter(({ lastSeq }) => lastSeq === undefined).map(({ command }) => command);
    if (busy || unanswered.length === 0) return;
    busy = true;
    sending += 1;
    const turn = sending;
    // An answer that comes too late belongs to a turn that was given up.
    const onTime = (work: () => void) => () => void (turn === sending && busy && work());
    const commands = unanswered.slice(0, Math.min(syncLimits.commandsPerRequest, random.between(1, 12)));
    network.send(name, { method: 'POST', path: '/api/commands', body: { commands } }, (response) =>
      onTime(() => settle(commands, response))(),
    );
    world.after(ANSWER_TIMEOUT_MS, onTime(tryLater));
  }

  function settle(commands: readonly Command[], { status, body }: Response): void {
    if (status !== 200) {
      if (status >= 400 && status < 500) fail(`was turned away with ${status}: ${JSON.stringify(body)}`);
      count(`answer ${status}`);
      world.tell(`${name}: was answered ${status}`);
      return tryLater();
    }
    failures = 0;
    const answers = (body as { answers: readonly CommandAnswer[] }).answers;
    commands.forEach((command, index) => {
      const answer = answers[index];
      if (answer) take(command, answer);
    });
    goOn();
  }

  function take(command: Command, answer: CommandAnswer): void {
    world.tell(
      `${name}: ${command.type} ${command.command_id} is ${answer.outcome === 'refused' ? `refused: ${answer.code}` : answer.outcome}`,
    );
    const entry = entries.find((one) => one.command === command);
    if (!entry) return;
    changed();
    const last = answer.outcome === 'refused' ? undefined : answer.events.at(-1);
    if (last) entry.lastSeq = last.event_seq;
    // What came to nothing has no facts that could arrive.
    else if (answer.outcome !== 'refused') entries = entries.filter((one) => one !== entry);
    // The trader looks at the conflict, and now and then says: all the same, once more.
    else if (answer.code !== 'earlier_command_refused' || random.chance(0.5)) entries = entries.filter((one) => one !== entry);
  }

  function tryLater(): void {
    busy = false;
    sending += 1;
    const waitMs = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS) * (0.5 + random.unit() / 2);
    failures += 1;
    const turn = sending;
    world.after(waitMs, () => turn === sending && drain());
  }

  function goOn(): void {
    busy = false;
    sending += 1;
    drain();
  }

  return {
    put,
    /** Commands whose outcome the copy does not show yet. */
    get pending(): readonly Command[] {
      return entries.filter(({ arrived }) => !arrived).map(({ command }) => command);
    },
    arrived(events: readonly Event[], seq: number): void {
      if (events.length > 0) changed();
      const ids = new Set(events.map(({ command_id }) => command_id));
      for (const entry of entries) if (ids.has(entry.command.command_id)) entry.arrived = true;
      entries = entries.filter(({ lastSeq }) => lastSeq === undefined || lastSeq > seq);
    },
    restart(): void {
      failures = 0;
      goOn();
    },
    isEmpty: () => entries.length === 0,
    describe: () =>
      `${entries.length} in the outbox${entries[0] ? `, first ${entries[0].command.type} ${entries[0].command.command_id}` : ''}`,
  };
}
