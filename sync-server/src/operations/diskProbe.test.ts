import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from '../storage/testing/scratchFolder.ts';
import { openDiskProbe } from './diskProbe.ts';

it('writes, leaves nothing behind, and knows how much room there is', () => {
  const folder = scratchFolder();
  const probe = openDiskProbe(folder, () => 0);
  probe.write();
  expect(readdirSync(folder)).toEqual([]);
  expect(probe.freeBytes()).toBeGreaterThan(0);
});

it('remembers its answer for a few seconds, good or bad', () => {
  const folder = join(scratchFolder(), 'data');
  let nowMs = 0;
  const probe = openDiskProbe(folder, () => nowMs);
  expect(() => probe.write()).toThrow(/ENOENT/);
  mkdirSync(folder);
  expect(() => probe.write()).toThrow(/ENOENT/);
  nowMs = 5_000;
  probe.write();
  rmSync(folder, { recursive: true });
  probe.write();
  nowMs = 10_000;
  expect(() => probe.write()).toThrow(/ENOENT/);
});
