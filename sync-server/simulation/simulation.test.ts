import { contexts } from '@taffrail/domain';
import { describe, expect, test } from 'vitest';
import { openCounters } from './counters.ts';
import { simulate } from './simulate.ts';

const BLOCKS = 10;
const SEEDS_IN_A_BLOCK = 100;

const FAULTS = [
  'disk busy',
  'disk full',
  'disk broken',
  'disk crash',
  'disk crash after commit',
  'server crashes',
  'book is restored',
  'request dropped',
  'request duplicated',
  'answer dropped',
  'partition',
  'device restarts',
  'device loses its copy',
];

/** These come from the server's own jobs and from a door with a password; what they lead to is counted by its facts. */
const keptByServer: ReadonlySet<string> = new Set(['JudgePeriod', 'MeasureSession', 'JudgePhase', 'OverridePhase']);
const keptFacts = ['BreachRecorded', 'BreachWithdrawn', 'SessionMeasured', 'PhaseChangeBlocked'];

describe('1,000 seeds', () => {
  const total = openCounters();

  test.each(Array.from({ length: BLOCKS }, (_, block) => 1 + block * SEEDS_IN_A_BLOCK))('from %i', async (from) => {
    for (let seed = from; seed < from + SEEDS_IN_A_BLOCK; seed++) {
      const { failures, counters } = await simulate(seed);
      expect(failures, `to see every step: npm run simulate -- --seed ${seed}`).toEqual([]);
      total.addAll(counters);
    }
  });

  test('were not idle: everything the simulation is for happens in it, and often', () => {
    const timesOf = (what: string): number => total.counts.get(what) ?? 0;
    const refused = [...total.counts].filter(([what]) => what.startsWith('refused: ')).reduce((sum, [, times]) => sum + times, 0);
    expect(timesOf('accepted')).toBeGreaterThan(refused);
    expect(timesOf('decisions compared')).toBeGreaterThan(timesOf('commands') / 2);
    const commands = contexts.flatMap((context) => context.commands.map(({ type }) => type));
    expect(commands.filter((type) => !keptByServer.has(type) && timesOf(`accepted: ${type}`) < 10)).toEqual([]);
    expect(keptFacts.filter((type) => timesOf(`fact: ${type}`) < 10)).toEqual([]);
    expect(FAULTS.filter((fault) => timesOf(`fault: ${fault}`) < 50)).toEqual([]);
  });
});

test.each([2_001, 2_002, 2_003, 2_004])('a long run: seed %i', async (seed) => {
  const { failures } = await simulate(seed, { wishes: 150 });
  expect(failures, `to see every step: npm run simulate -- --seed ${seed} --wishes 150`).toEqual([]);
});

test('one seed is one run, to the last line', async () => {
  const linesOf = async (seed: number): Promise<string[]> => {
    const lines: string[] = [];
    await simulate(seed, { onLine: (line) => lines.push(line) });
    return lines;
  };
  const lines = await linesOf(7);
  expect(lines.length).toBeGreaterThan(50);
  expect(await linesOf(7)).toEqual(lines);
  expect(await linesOf(8)).not.toEqual(lines);
});
