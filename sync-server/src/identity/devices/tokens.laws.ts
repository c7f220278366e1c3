import { addMs, isRefusal, msOf, type Instant } from '@taffrail/domain/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryKey, openPersonVault } from '../../secrets/index.ts';
import { openMemory } from '../../storage/index.ts';
import { openRegistry } from '../registry.ts';
import { openRevocations } from '../revocations.ts';
import { hashOfSecret } from '../secret.ts';
import { addUser } from '../users.ts';
import { addWorkspace } from '../workspaces.ts';
import { enterDevice, findDevice } from './devices.ts';
import { refresh } from './grants.ts';
import { deviceMigrations } from './schema.ts';
import { grantTokens } from './tokens.ts';

const DAY_MS = 86_400_000;
const ACCESS_LASTS_MS = 15 * 60_000;

/** A pair of tokens as its device remembers it. */
interface Link {
  readonly access: string;
  readonly refresh: string;
  readonly madeMs: number;
  spentMs?: number;
}

function pairedDevice() {
  const memory = openMemory();
  let now: Instant = '2026-03-02T14:30:00.000Z';
  const registry = openRegistry(
    memory.sql,
    { now: () => now, elapsedMs: () => 0 },
    (userId) => openPersonVault(memoryKey(), userId),
    () => {},
  );
  for (const step of deviceMigrations) memory.sql.exec(step);
  const { id: user_id } = addUser(registry, 'Trader', '');
  addWorkspace(registry, 'main', user_id);
  const deviceId = enterDevice(
    registry,
    { kind: 'phone', name: 'Pocket', scope: 'read', address: '' },
    { user_id, workspace_id: 'main', approved_from: '' },
  );
  const parts = { registry, revocations: openRevocations(registry) };
  return {
    first: grantTokens(registry.sql, deviceId, now),
    refresh: (token: string) => refresh(parts, token, ''),
    isLetIn: (token: string) => findDevice(registry, hashOfSecret(token), '') !== undefined,
    sleep: (ms: number) => void (now = addMs(now, ms)),
    nowMs: () => msOf(now),
    close: () => memory.close(),
  };
}

const steps = fc.array(
  fc.record({
    which: fc.nat(),
    sleepMs: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 40_000 }) }, fc.integer({ min: 0, max: 70 * DAY_MS })),
  }),
  { maxLength: 25 },
);

test('whichever token is brought whenever: one line of tokens, which a theft ends', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const device = pairedDevice();
      const links: Link[] = [{ access: device.first.access_token, refresh: device.first.refresh_token, madeMs: device.nowMs() }];
      let stolen = false;

      for (const { which, sleepMs } of taken) {
        device.sleep(sleepMs);
        const nowMs = device.nowMs();
        const place = which % links.length;
        const link = links[place]!;
        const successor = links[place + 1];
        const answer = device.refresh(link.refresh);

        if (stolen || nowMs - link.madeMs >= 60 * DAY_MS) {
          expect(isRefusal(answer)).toBe(true);
        } else if (!successor) {
          if (isRefusal(answer)) throw new Error(answer.sentence);
          link.spentMs = nowMs;
          links.push({ access: answer.access_token, refresh: answer.refresh_token, madeMs: nowMs });
        } else if (successor.spentMs === undefined && nowMs - successor.madeMs <= 30_000) {
          expect(answer).toMatchObject({ access_token: successor.access, refresh_token: successor.refresh });
        } else {
          expect(isRefusal(answer)).toBe(true);
          stolen = true;
        }
        for (const { access, madeMs } of links) expect(device.isLetIn(access)).toBe(!stolen && nowMs - madeMs < ACCESS_LASTS_MS);
      }
      expect(new Set(links.flatMap(({ access, refresh: next }) => [access, next])).size).toBe(2 * links.length);
      device.close();
    }),
  );
});
