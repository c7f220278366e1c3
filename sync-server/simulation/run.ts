import { parseArgs } from 'node:util';
import { openCounters, type Counters } from './counters.ts';
import { simulate, type Result } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    wishes: { type: 'string' },
  },
});
const wishes = values.wishes === undefined ? {} : { wishes: Number(values.wishes) };
const failed = values.seed === undefined ? await runMany(Number(values.from), Number(values.seeds)) : await runOne(Number(values.seed));
process.exitCode = failed ? 1 : 0;

async function runOne(seed: number): Promise<boolean> {
  const result = await simulate(seed, { ...wishes, onLine: print });
  printCounters(result.counters);
  printFailures(result);
  return result.failures.length > 0;
}

async function runMany(from: number, seeds: number): Promise<boolean> {
  const total = openCounters();
  const failures: Result[] = [];
  const startedMs = performance.now();
  for (let seed = from; seed < from + seeds; seed++) {
    const result = await simulate(seed, wishes);
    total.addAll(result.counters);
    if (result.failures.length > 0) {
      failures.push(result);
      printFailures(result);
    }
    if ((seed - from + 1) % 100 === 0) print(`${seed - from + 1} seeds, ${failures.length} failed`);
  }
  const elapsedMs = performance.now() - startedMs;
  printCounters(total);
  print(
    `${seeds} seeds from ${from} in ${(elapsedMs / 1_000).toFixed(1)} s, ${(elapsedMs / seeds).toFixed(1)} ms each; ${failures.length} failed`,
  );
  const [first] = failures;
  if (first) print(`Again with every step: npm run simulate -- --seed ${first.seed}`);
  return failures.length > 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printFailures({ seed, failures }: Result): void {
  for (const failure of failures) print(`seed ${seed}: ${failure}`);
}

function printCounters({ counts }: Counters): void {
  const accepted = counts.get('accepted') ?? 0;
  const refused = [...counts].reduce((sum, [what, times]) => sum + (what.startsWith('refused: ') ? times : 0), 0);
  for (const [what, times] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) print(`${String(times).padStart(9)}  ${what}`);
  print(
    `${((100 * accepted) / Math.max(1, accepted + refused)).toFixed(1).padStart(8)}%  of the commands that were answered were accepted`,
  );
}
