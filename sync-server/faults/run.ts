import { parseArgs } from 'node:util';
import { diskFull } from './diskFull.ts';
import { flippedBits } from './flippedBits.ts';
import { hostileClients } from './hostileClients.ts';
import { killNine } from './killNine.ts';
import { lockedBook } from './lockedBook.ts';
import { powerCut } from './powerCut.ts';
import { reconnect } from './reconnect.ts';
import { reportText, type Report, type SuiteOptions } from './report.ts';
import { sockets } from './sockets.ts';

/** Each suite with how much it does when nobody says. */
const suites: { readonly [name: string]: { readonly run: (options: SuiteOptions) => Promise<Report>; readonly count: number } } = {
  killNine: { run: killNine, count: 1_000 },
  diskFull: { run: diskFull, count: 20 },
  lockedBook: { run: lockedBook, count: 20 },
  hostileClients: { run: hostileClients, count: 5_000 },
  flippedBits: { run: flippedBits, count: 1_000 },
  reconnect: { run: reconnect, count: 20 },
  sockets: { run: sockets, count: 200 },
  powerCut: { run: powerCut, count: 1_000 },
};

const usage = `npm run faults -- <suite> [count] [--seed N]\nSuites: ${Object.keys(suites).join(', ')}\n`;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } });
const [name = '', count] = positionals;
const suite = suites[name];
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));

// Ending by itself instead of being ended, so that what it started and left behind is cleared away.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

if (suite === undefined || !Number.isSafeInteger(seed) || !isCount(count)) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const report = await suite.run({ count: Number(count ?? suite.count), seed, progress });
  process.stdout.write(reportText(report));
  process.exitCode = report.failures.length === 0 ? 0 : 1;
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

function isCount(text: string | undefined): boolean {
  return text === undefined || /^[1-9]\d{0,6}$/.test(text);
}
