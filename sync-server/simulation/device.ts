import { addMs, isAfter, isRefusal, type Command, type Context, type Instant, type Versioned } from '@taffrail/domain/kernel';
import type { Counters } from './counters.ts';
import { openFollower } from './follower.ts';
import type { BookHistory } from './history.ts';
import type { Network } from './network.ts';
import { openOutbox } from './outbox.ts';
import { openOutlook, type Outlook } from './outlook.ts';
import type { Random } from './random.ts';
import { openReplica } from './replica.ts';
import type { World } from './world.ts';

/** What a trader wants, before the device makes a command of it. */
export interface Wish {
  readonly type: string;
  readonly aggregate_id: string;
  readonly payload: object;
  readonly expected_version?: number;
  readonly occurred_at?: Instant;
  /** Only a broken device reuses an id. */
  readonly command_id?: string;
}

export interface DeviceParts {
  /** `<workspace>/<name>`. */
  readonly name: string;
  readonly world: World;
  readonly random: Random;
  readonly network: Network;
  readonly contexts: readonly Context[];
  readonly history: BookHistory;
  readonly count: Counters['count'];
  readonly fail: (what: string) => void;
}

export interface Device {
  readonly name: string;
  /** By its own clock, which is a few seconds off. */
  now(): Instant;
  outlook(): Outlook;
  wish(wish: Wish): void;
  /** The page is loaded again: what was on its way is forgotten, what was stored is not. */
  restart(): void;
  /** The browser threw the copy away; what has not been answered is kept. */
  loseCopy(): void;
  /** Nothing of the copy is missing that the rest of it stands on. */
  isReady(): boolean;
  isDrained(lastSeq: number): boolean;
  readonly states: ReadonlyMap<string, Versioned>;
  /** For a failing run: what keeps it from being drained. */
  describe(): string;
}

const MOST_SKEW_MS = 5_000;

/** An honest device: answers its trader at once by the shared rules, keeps what it was told until the server has answered. */
export function openDevice({ name, world, random, network, contexts, history, count, fail }: DeviceParts): Device {
  const skewMs = random.between(-MOST_SKEW_MS, MOST_SKEW_MS);
  const protest = (what: string): void => fail(`${name}: ${what}`);
  let view: Outlook | undefined;
  const changed = (): void => void (view = undefined);
  const replica = openReplica(contexts, protest, changed);
  const outbox = openOutbox({ name, world, random, network, count, fail: protest, changed });
  const follower = openFollower({ name, world, random, network, replica, fail: protest, arrived: outbox.arrived });

  /** Never before the newest fact it knows: what it expects would be sorted in front of what has already happened. */
  function now(): Instant {
    const own = addMs(world.now(), skewMs);
    return isAfter(replica.latest, own) ? replica.latest : own;
  }

  function outlook(): Outlook {
    if (view) return view;
    view = openOutlook(contexts, replica.states);
    for (const command of outbox.pending) view.decide(command, now());
    return view;
  }

  function wish({ command_id = world.newId(), ...wanted }: Wish): void {
    const command: Command = { occurred_at: now(), ...wanted, payload: wanted.payload as Command['payload'], command_id };
    const { decision, seen } = outlook().decide(command, now());
    history.record({ command, device: name, seen, decision });
    count('commands');
    world.tell(`${name}: ${command.type} ${command_id} ${isRefusal(decision) ? `(expects ${decision.code})` : ''}`);
    outbox.put(command);
  }

  return {
    name,
    now,
    outlook,
    wish,
    restart() {
      outbox.restart();
      follower.restart();
    },
    loseCopy() {
      replica.forget();
      outbox.restart();
      follower.restart();
    },
    isReady: () => replica.isWhole,
    isDrained: (lastSeq) => outbox.isEmpty() && replica.place?.seq === lastSeq && !follower.mustStartOver(),
    states: replica.states,
    describe: () => `${name}: at ${replica.place?.seq ?? 'no place'}, ${outbox.describe()}`,
  };
}
