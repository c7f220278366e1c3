/** What a suite is told: how much to do, and which chance to take. */
export interface SuiteOptions {
  readonly count: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
}

/** What a suite found. It holds when there are no failures; the figures show that it was not idle. */
export interface Report {
  readonly suite: string;
  readonly seed: number;
  readonly figures: { readonly [name: string]: number | string };
  readonly failures: readonly string[];
}

/** One damaged book can fail in hundreds of places; the first few say what is wrong. */
const MOST_FAILURES_SHOWN = 20;

export function reportText({ suite, seed, figures, failures }: Report): string {
  const widest = Math.max(...Object.keys(figures).map((name) => name.length));
  const lines = [
    `${suite}, seed ${seed}: ${failures.length === 0 ? 'holds' : `${failures.length} failures`}`,
    ...Object.entries(figures).map(([name, value]) => `  ${name.padEnd(widest)}  ${value}`),
    ...failures.slice(0, MOST_FAILURES_SHOWN).map((failure) => `  FAILED  ${failure}`),
  ];
  if (failures.length > MOST_FAILURES_SHOWN) lines.push(`  and ${failures.length - MOST_FAILURES_SHOWN} more`);
  return `${lines.join('\n')}\n`;
}
