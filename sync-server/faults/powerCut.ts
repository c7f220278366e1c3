import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '@taffrail/domain/kernel';
import { LogCutShort } from '../src/workspace/index.ts';
import { filesIn, findingsIn, usingBook } from './book.ts';
import { openCrashDisk, type FileStep } from './crashDisk.ts';
import { randomFrom, type Random } from '../simulation/random.ts';
import type { Report, SuiteOptions } from './report.ts';
import { inScratchFolder } from './scratch.ts';
import { NO_STRACE, ROOT_FILE, hasStrace, traceFiles, type TracedStep } from './strace.ts';
import { openTrader } from './trader.ts';

const CUTS_PER_TRACE = 50;
const CANARY_CUTS = 20;

interface Totals {
  cuts: number;
  traces: number;
  acknowledged: number;
  books_with_facts: number;
  images_that_lost: number;
  readonly failures: string[];
}

/**
 * Traces what a book's process writes, cuts the power at random points of the trace, and opens what a disk may then
 * hold. Nothing that was acknowledged may be missing, unless commits are not synced: then something must be, or
 * the suite could not tell.
 */
export function powerCut({ count, seed, progress }: SuiteOptions): Promise<Report> {
  return inScratchFolder(async (folder) => {
    const random = randomFrom(seed);
    const full = newTotals();
    const canary = newTotals();
    if (!hasStrace()) return { suite: 'powerCut', seed, figures: {}, failures: [NO_STRACE] };
    while (full.cuts < count) {
      await cutOneTrace('FULL', Math.min(CUTS_PER_TRACE, count - full.cuts), join(folder, `full-${full.traces}`), random.fork(), full);
      progress(`${full.cuts} of ${count} power cuts, ${full.failures.length} failures`);
    }
    await cutOneTrace('NORMAL', CANARY_CUTS, join(folder, 'canary'), random.fork(), canary);
    const failures =
      canary.images_that_lost > 0
        ? full.failures
        : [...full.failures, 'Without synced commits nothing was lost either: these cuts prove nothing.'];
    const { failures: _, ...figures } = full;
    return {
      suite: 'powerCut',
      seed,
      figures: { ...figures, canary_cuts: canary.cuts, canary_images_that_lost: canary.images_that_lost },
      failures,
    };
  });
}

const newTotals = (): Totals => ({ cuts: 0, traces: 0, acknowledged: 0, books_with_facts: 0, images_that_lost: 0, failures: [] });

async function cutOneTrace(synchronous: 'FULL' | 'NORMAL', cuts: number, folder: string, random: Random, totals: Totals): Promise<void> {
  const [dataFolder, traceFolder, imageFolder] = [join(folder, 'data'), join(folder, 'trace'), join(folder, 'image')];
  for (const needed of [dataFolder, traceFolder]) mkdirSync(needed, { recursive: true });
  const writer = join(import.meta.dirname, 'powerCutWriter.ts');
  const steps = await traceFiles([writer, dataFolder, String(random.between(0, 2 ** 31 - 1)), synchronous], dataFolder, traceFolder);
  assertExplained(steps, dataFolder);
  totals.traces += 1;

  const cutsAt = Array.from({ length: cuts }, () => random.between(0, steps.length)).toSorted((a, b) => a - b);
  const disk = openCrashDisk({ path: dataFolder, file: ROOT_FILE });
  const acknowledged: Id[] = [];
  let taken = 0;
  for (const cutAt of cutsAt) {
    for (const step of steps.slice(taken, cutAt)) {
      if (step.did === 'print') acknowledged.push(acknowledgedIn(step.line));
      else disk.take(step);
    }
    taken = cutAt;
    writeImage(disk.survivors(random), dataFolder, imageFolder);
    await judgeImage(imageFolder, acknowledged, `${synchronous}, cut before step ${cutAt} of ${steps.length}`, random, totals);
  }
  rmSync(folder, { recursive: true });
}

/** The model must end where the real disk did, or it has missed something and its cuts mean nothing. */
function assertExplained(steps: readonly TracedStep[], dataFolder: string): void {
  const disk = openCrashDisk({ path: dataFolder, file: ROOT_FILE });
  for (const step of steps) if (step.did !== 'print') disk.take(step satisfies FileStep);
  const contents = disk.contents();
  const { book } = filesIn(dataFolder);
  if (!contents.has(book)) throw new Error('the trace shows no book being made');
  for (const [path, bytes] of contents) {
    if (!readFileSync(path).equals(bytes)) throw new Error(`the trace does not explain what is in ${path}`);
  }
}

function acknowledgedIn(line: string): Id {
  const [, id] = /^acknowledged (\S+)$/.exec(line) ?? [];
  if (id === undefined) throw new Error(`the traced process printed something else: ${line}`);
  return id;
}

function writeImage(survivors: ReadonlyMap<string, Buffer | 'folder'>, dataFolder: string, imageFolder: string): void {
  rmSync(imageFolder, { recursive: true, force: true });
  mkdirSync(imageFolder);
  for (const [path, content] of survivors) {
    const copy = join(imageFolder, path.slice(dataFolder.length));
    if (content === 'folder') mkdirSync(copy);
    else writeFileSync(copy, content);
  }
}

/** Opens what the power cut left as a server would after it, looks for what was acknowledged, proves it, and goes on working. */
async function judgeImage(imageFolder: string, acknowledged: readonly Id[], where: string, random: Random, totals: Totals): Promise<void> {
  const fail = (what: string): void => void totals.failures.push(`${where}: ${what}`);
  totals.cuts += 1;
  totals.acknowledged += acknowledged.length;
  try {
    const lost = await usingBook(imageFolder, ({ sqlite: { sql } }) => {
      const stored = new Set(sql.all<{ command_id: string }>('SELECT command_id FROM fact').map((row) => row.command_id));
      if (stored.size > 0) totals.books_with_facts += 1;
      return acknowledged.filter((id) => !stored.has(id));
    });
    if (lost.length > 0) {
      totals.images_that_lost += 1;
      fail(`${lost.length} of ${acknowledged.length} acknowledged commands are lost`);
    }
    for (const finding of findingsIn(imageFolder)) fail(finding);
    const answer = await usingBook(imageFolder, ({ workspace }) => workspace.submit(openTrader(random).next(), 'fault suite'));
    if (answer.outcome !== 'accepted') fail(`a new command is not accepted: ${JSON.stringify(answer)}`);
  } catch (error) {
    if (error instanceof LogCutShort) totals.images_that_lost += 1;
    fail(`the book cannot be opened: ${String(error)}`);
  }
}
