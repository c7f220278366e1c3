import type { Attempts } from '../attempts.ts';
import type { Registry } from '../registry.ts';
import type { Revocations } from '../revocations.ts';
import type { DeviceCodes } from './deviceCodes.ts';
import type { Pairings } from './pairings.ts';
import type { PhonePairings } from './phonePairings.ts';

/** What the doors of devices work with. */
export interface DeviceParts {
  readonly registry: Registry;
  readonly revocations: Revocations;
  readonly pairings: Pairings;
  readonly deviceCodes: DeviceCodes;
  readonly phonePairings: PhonePairings;
  readonly attempts: Attempts;
  /** Under which people reach this server. */
  readonly origin: () => string;
}
