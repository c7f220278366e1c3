import type { Counters } from './counters.ts';
import type { Device } from './device.ts';
import type { Calamity, Fortune } from './fortune.ts';
import type { Network } from './network.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

const LONGEST_PARTITION_MS = 20_000;

export interface CalamityParts {
  readonly world: World;
  readonly random: Random;
  readonly fortune: Fortune;
  readonly network: Network;
  readonly server: { crash(how: string): void; restore(): void };
  readonly devices: readonly Device[];
  readonly count: Counters['count'];
}

/** What strikes from outside, each kind again and again at its own pace. */
export function openCalamities({ world, random, fortune, network, server, devices, count }: CalamityParts) {
  let ended = false;

  const strike: { readonly [What in Calamity]: () => void } = {
    partition() {
      const { name } = random.pick(devices);
      network.cutOff(name);
      world.after(random.between(1_000, LONGEST_PARTITION_MS), () => network.reconnect(name));
    },
    'server crashes': () => server.crash('by a power cut'),
    'book is restored': server.restore,
    'device restarts': () => random.pick(devices).restart(),
    'device loses its copy': () => random.pick(devices).loseCopy(),
  };

  function repeat(what: Calamity, everyMs: number): void {
    world.after(everyMs * (0.5 + random.unit()), () => {
      if (ended) return;
      count(`fault: ${what}`);
      world.tell(what);
      strike[what]();
      repeat(what, everyMs);
    });
  }

  for (const { what, everyMs } of fortune.calamities) repeat(what, everyMs);

  return {
    end() {
      ended = true;
    },
  };
}
