import { parseArgs } from 'node:util';
import { flippedBits } from './flippedBits.ts';
import { powerCut } from './powerCut.ts';
import { reportText, type Report, type SuiteOptions } from './report.ts';

/** Each suite with how much it does when nobody says. */
const suites: { readonly [name: string]: { readonly run: (options: SuiteOptions) => Promise<Report>; readonly count: number } } = {
  flippedBits: { run: flippedBits, count: 1_000 },
  powerCut: { run: powerCut, count: 1_000 },
};

const usage = `npm run faults -- <suite> [count] [--seed N]\nSuites: ${Object.keys(suites).join(', ')}\n`;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } });
const [name = '', count] = positionals;
const suite = suites[name];
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));

if (suite === undefined || !Number.isSafeInteger(seed) || !isCount(count)) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const report = await suite.run({ count: Number(count ?? suite.count), seed, progress: say });
  process.stdout.write(reportText(report));
  process.exitCode = report.failures.length === 0 ? 0 : 1;
}

function isCount(text: string | undefined): boolean {
  return text === undefined || /^[1-9]\d{0,6}$/.test(text);
}
