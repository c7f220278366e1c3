import type { Route } from '../../http/index.ts';
import { migrate } from '../../workspace/index.ts';
import { openAttempts } from '../attempts.ts';
import type { Caller } from '../caller.ts';
import type { Registry } from '../registry.ts';
import { openDeviceCodes } from './deviceCodes.ts';
import { findDevice } from './devices.ts';
import { openPairings } from './pairings.ts';
import type { DeviceParts } from './parts.ts';
import { openPhonePairings } from './phonePairings.ts';
import { askingRoutes } from './routes/asking.ts';
import { deviceCodeRoutes } from './routes/deviceCodes.ts';
import { listRoutes } from './routes/devices.ts';
import { phonePairingRoutes } from './routes/phonePairings.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { deviceMigrations } from './schema.ts';

export { revokeAllDevices } from './devices.ts';

export interface Devices {
  readonly routes: readonly Route[];
  /** Whose access token this is the hash of; notes that it was used, and from where. */
  find(tokenHash: string, address: string): Caller | undefined;
}

/** Their tables in the registry. */
export const prepareDevices = ({ sql }: Registry): boolean => sql.transaction(() => migrate(sql, 'devices', deviceMigrations));

/** Phones, extensions and scripts: how they are let in, and how they are shut out again. */
export function openDevices(given: Pick<DeviceParts, 'registry' | 'revocations' | 'origin'>): Devices {
  const { registry } = given;
  prepareDevices(registry);
  const pairings = openPairings(registry.now);
  const parts: DeviceParts = {
    ...given,
    pairings,
    deviceCodes: openDeviceCodes(pairings),
    phonePairings: openPhonePairings(pairings, registry.now),
    attempts: openAttempts(registry.now),
  };
  return {
    routes: [...askingRoutes(parts), ...deviceCodeRoutes(parts), ...phonePairingRoutes(parts), ...tokenRoutes(parts), ...listRoutes(parts)],
    find: (tokenHash, address) => findDevice(registry, tokenHash, address),
  };
}
