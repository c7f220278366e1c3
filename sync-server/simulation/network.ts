import type { Random } from './random.ts';
import type { Counters } from './counters.ts';
import type { World } from './world.ts';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

export interface Response {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a device reads an answer as the protocol says it is
  readonly body: any;
}

/** How much goes wrong between a device and the server, as probabilities for each message. */
export interface Weather {
  readonly drop: number;
  readonly duplicate: number;
  readonly slow: number;
}

export interface Network {
  /** `answer` is called at most once for each copy of the request that arrives and whose answer comes back; perhaps never. */
  send(from: string, request: Request, answer: (response: Response) => void): void;
  cutOff(device: string): void;
  reconnect(device: string): void;
  /** From now on everything arrives, once. */
  calm(): void;
}

/** Where requests arrive. */
export type Receive = (from: string, request: Request, answer: (response: Response) => void) => void;

const CALM: Weather = { drop: 0, duplicate: 0, slow: 0 };

/** Messages are delayed each on its own, so they overtake one another; a duplicate may come long after its original. */
export function openNetwork(world: World, random: Random, stormy: Weather, count: Counters['count'], receive: Receive): Network {
  const cut = new Set<string>();
  let weather = stormy;

  function send(from: string, request: Request, answer: (response: Response) => void): void {
    const copies = random.chance(weather.duplicate) ? 2 : 1;
    if (copies === 2) count('fault: request duplicated');
    for (let copy = 0; copy < copies; copy++) {
      carry(from, 'request', delayMs() + copy * random.between(0, 20_000), () =>
        receive(from, request, (response) => carry(from, 'answer', delayMs(), () => answer(response))),
      );
    }
  }

  function carry(device: string, what: string, afterMs: number, deliver: () => void): void {
    if (random.chance(weather.drop)) return lose(device, what, 'dropped');
    world.after(afterMs, () => (cut.has(device) ? lose(device, what, 'lost in a partition') : deliver()));
  }

  function lose(device: string, what: string, how: string): void {
    count(`fault: ${what} ${how}`);
    world.tell(`${device}: ${what} ${how}`);
  }

  const delayMs = (): number => (random.chance(weather.slow) ? random.between(500, 8_000) : random.between(5, 200));

  return {
    send,
    cutOff: (device) => void cut.add(device),
    reconnect: (device) => void cut.delete(device),
    calm() {
      weather = CALM;
      cut.clear();
    },
  };
}
