import type { Dealer, Trouble } from './disk.ts';
import type { Weather } from './network.ts';
import type { Random } from './random.ts';

/** How hard life is in one run. Some runs are calm, so that what only shows when all goes well is seen, too. */
export interface Fortune {
  readonly weather: Weather;
  /** For each transaction. */
  readonly trouble: { readonly [Kind in Trouble['kind']]: number };
  /** For each reading outside a transaction. */
  readonly brokenReads: number;
  /** How long a disk stays full or busy once it is, at most. */
  readonly diskOutageMs: number;
  readonly calamities: readonly { readonly what: Calamity; readonly everyMs: number }[];
}

export type Calamity = 'partition' | 'server crashes' | 'book is restored' | 'device restarts' | 'device loses its copy';

export function fortuneFrom(random: Random): Fortune {
  const harsh = random.pick([0, 0.3, 1, 1, 2]);
  const often = (least: number, most: number): number => random.between(least, most) / Math.max(harsh, 0.01);
  return {
    weather: { drop: 0.05 * harsh, duplicate: 0.06 * harsh, slow: 0.06 * harsh },
    trouble: { busy: 0.02 * harsh, full: 0.02 * harsh, broken: 0.01 * harsh, crash: 0.01 * harsh, 'crash after commit': 0.012 * harsh },
    brokenReads: 0.002 * harsh,
    diskOutageMs: 4_000,
    calamities: [
      { what: 'partition', everyMs: often(15_000, 40_000) },
      { what: 'server crashes', everyMs: often(30_000, 80_000) },
      { what: 'book is restored', everyMs: often(30_000, 90_000) },
      { what: 'device restarts', everyMs: often(20_000, 60_000) },
      { what: 'device loses its copy', everyMs: often(40_000, 100_000) },
    ],
  };
}

/** Deals each transaction its trouble. A full or busy disk stays so for a while. */
export function troubleDealer(random: Random, fortune: Fortune, nowMs: () => number, met: (kind: Trouble['kind']) => void) {
  const untilMs = { full: 0, busy: 0 };
  let healed = false;

  function deal(): Trouble | undefined {
    if (healed) return undefined;
    const kind = drawn();
    if (!kind) return undefined;
    met(kind);
    return { kind, afterStatements: random.between(0, 30) };
  }

  function drawn(): Trouble['kind'] | undefined {
    for (const kind of ['full', 'busy'] as const) if (nowMs() < untilMs[kind]) return kind;
    for (const [kind, probability] of Object.entries(fortune.trouble) as [Trouble['kind'], number][]) {
      if (!random.chance(probability)) continue;
      if (kind === 'full' || kind === 'busy') untilMs[kind] = nowMs() + random.between(0, fortune.diskOutageMs);
      return kind;
    }
    return undefined;
  }

  const dealer: Dealer = {
    transaction: deal,
    breaksOnRead() {
      const breaks = !healed && random.chance(fortune.brokenReads);
      if (breaks) met('broken');
      return breaks;
    },
  };

  return {
    dealer,
    heal() {
      healed = true;
    },
  };
}
