import type { Event } from '@taffrail/sync';
import type { Network, Response } from './network.ts';
import type { Random } from './random.ts';
import type { Place, Replica, SnapshotPage } from './replica.ts';
import type { World } from './world.ts';

const ANSWER_TIMEOUT_MS = 10_000;
const LONGEST_PAUSE_MS = 3_000;

export interface FollowerParts {
  readonly name: string;
  readonly world: World;
  readonly random: Random;
  readonly network: Network;
  readonly replica: Replica;
  readonly fail: (what: string) => void;
  readonly arrived: (events: readonly Event[], seq: number) => void;
}

/** Keeps a copy up to date: a snapshot where there is none, then the log, page by page. */
export function openFollower({ name, world, random, network, replica, fail, arrived }: FollowerParts) {
  let turn = 0;
  let pages: SnapshotPage[] = [];
  let isElsewhere = false;

  function ask(path: string, take: (response: Response) => void): void {
    turn += 1;
    const own = turn;
    const onTime = (work: () => void) => () => void (own === turn && work());
    network.send(name, { method: 'GET', path }, (response) => onTime(() => take(response))());
    world.after(ANSWER_TIMEOUT_MS, onTime(goOn));
  }

  function goOn(): void {
    const { place } = replica;
    if (place && !isElsewhere)
      ask(`/api/events?after=${place.seq}&limit=${random.between(1, 60)}&log=${place.logId}`, (answer) => follow(place, answer));
    else askForSnapshot();
  }

  function follow(place: Place, { status, body }: Response): void {
    if (status === 410) isElsewhere = true;
    else if (status >= 400 && status < 500) fail(`could not follow: ${status} ${JSON.stringify(body)}`);
    if (status !== 200) return pause();
    const { log_id, events, last_seq } = body as { log_id: string; events: readonly Event[]; last_seq: number };
    if (log_id !== place.logId) fail(`asked for log ${place.logId} and was given ${log_id}`);
    replica.fold(events);
    const seq = replica.place?.seq ?? 0;
    arrived(events, seq);
    if (seq < last_seq && events.length > 0) goOn();
    else pause();
  }

  function askForSnapshot(): void {
    const after = pages.at(-1)?.next_after;
    ask(`/api/snapshot?limit=${random.between(3, 12)}${after ? `&after=${encodeURIComponent(after)}` : ''}`, takePage);
  }

  function takePage({ status, body }: Response): void {
    if (status >= 400 && status < 500) fail(`could not load a snapshot: ${status} ${JSON.stringify(body)}`);
    if (status !== 200) return pause();
    const page = body as SnapshotPage;
    if (pages[0] && pages[0].log_id !== page.log_id) pages = [];
    else pages.push(page);
    if (pages.length > 0 && page.next_after === null) {
      replica.begin(pages);
      pages = [];
      isElsewhere = false;
      arrived([], replica.place?.seq ?? 0);
    }
    goOn();
  }

  function pause(): void {
    turn += 1;
    const own = turn;
    world.after(random.between(100, LONGEST_PAUSE_MS), () => own === turn && goOn());
  }

  function restart(): void {
    pages = [];
    goOn();
  }

  world.after(random.between(0, LONGEST_PAUSE_MS), goOn);

  return { restart, mustStartOver: () => isElsewhere };
}
