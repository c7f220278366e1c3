import { join } from 'node:path';
import { addMs, type Instant } from '@taffrail/domain/kernel';
import { expect, onTestFinished, test } from 'vitest';
import { identityBench } from '../identity/testing/identityBench.ts';
import { openSqlite, REGISTRY } from '../storage/index.ts';
import { scratchFolder } from '../storage/testing/scratchFolder.ts';
import { backupShelfIn } from './backupShelf.ts';
import { readConfig, type Config } from './config.ts';
import { openLog } from './log.ts';
import { keepRegistryBackedUp } from './registryBackup.ts';

const NOON: Instant = '2026-01-02T12:00:00.000Z';
const HOUR_MS = 3_600_000;

/** A registry whose backups are rung for by hand. */
function desk(env: { [name: string]: string } = {}) {
  const folder = scratchFolder();
  const shelf = backupShelfIn(join(folder, 'backups'));
  const registry = openSqlite(join(folder, 'registry.sqlite'));
  const people = identityBench({ registry });
  onTestFinished(() => people.close());
  const errors: string[] = [];
  let now = NOON;
  let alarm: { readonly at: Instant; readonly ring: () => void } | undefined;
  const keep = () =>
    keepRegistryBackedUp({
      registry,
      shelf,
      config: readConfig(env) as Config,
      now: () => now,
      ringAt(at, ring) {
        alarm = { at, ring };
        return () => void (alarm = undefined);
      },
      log: openLog('error', { write: (line) => void errors.push((JSON.parse(line) as { msg: string }).msg) }),
    });
  function letRing(): void {
    const { at, ring } = alarm!;
    now = at;
    alarm = undefined;
    ring();
  }
  return {
    people,
    registry,
    shelf,
    errors,
    keep,
    rungFor: () => alarm?.at,
    madeAt: () => shelf.backupsOf(REGISTRY).map(({ madeAt }) => madeAt),
    letRing,
    /** Waits until it is rung for again. */
    async ring() {
      letRing();
      await expect.poll(() => alarm).toBeDefined();
    },
  };
}

test('it is backed up at the start and then once a round, and the oldest go', async () => {
  const { people, keep, ring, rungFor, madeAt } = desk({ TAFFRAIL_BACKUP_EVERY_HOURS: '6', TAFFRAIL_BACKUPS_KEPT: '2' });
  await people.claim();
  const end = keep();
  for (let round = 0; round < 3; round++) await ring();
  expect(madeAt()).toEqual([addMs(NOON, 12 * HOUR_MS), addMs(NOON, 6 * HOUR_MS)]);
  expect(rungFor()).toBe(addMs(NOON, 18 * HOUR_MS));
  await end();
  expect(rungFor()).toBeUndefined();
});

test('after a restart it is due a round after the newest one', async () => {
  const { people, keep, ring, rungFor } = desk();
  await people.claim();
  const end = keep();
  await ring();
  await end();
  keep();
  expect(rungFor()).toBe(addMs(NOON, 24 * HOUR_MS));
});

test('before there is anybody it is not, and soon after it is', async () => {
  const { people, keep, ring, rungFor, madeAt } = desk();
  keep();
  await ring();
  expect([madeAt(), rungFor()]).toEqual([[], addMs(NOON, HOUR_MS)]);
  await people.claim();
  await ring();
  expect(madeAt()).toEqual([addMs(NOON, HOUR_MS)]);
});

test('what went wrong is told, and tried again within the hour', async () => {
  const { people, registry, keep, ring, rungFor, madeAt, errors } = desk();
  await people.claim();
  registry.sql.exec('ALTER TABLE audit RENAME TO mislaid');
  keep();
  await ring();
  expect([errors, madeAt(), rungFor()]).toEqual([['the backup of the registry failed'], [], addMs(NOON, HOUR_MS)]);
  registry.sql.exec('ALTER TABLE mislaid RENAME TO audit');
  await ring();
  expect(madeAt()).toEqual([addMs(NOON, HOUR_MS)]);
});

test('closing waits for the backup under way', async () => {
  const { people, keep, rungFor, madeAt, letRing } = desk();
  await people.claim();
  const end = keep();
  letRing();
  await end();
  expect([madeAt(), rungFor()]).toEqual([[NOON], undefined]);
});

test('backups that are turned off are off for the registry as well', () => {
  const { keep, rungFor } = desk({ TAFFRAIL_BACKUP_EVERY_HOURS: '0' });
  keep();
  expect(rungFor()).toBeUndefined();
});
