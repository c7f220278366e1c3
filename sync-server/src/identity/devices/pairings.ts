import { addMs, isAfter, msOf, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { accessRefusals, type Scope } from '../../http/index.ts';
import type { DeviceKind } from './device.ts';
import { deviceRefusals } from './refusals.ts';

/** For whom and where a device is let in. */
export interface Approval {
  readonly user_id: string;
  readonly workspace_id: string;
  /** The address of whoever approved. */
  readonly approved_from: string;
}

/** A device that asks to be let in. */
export interface Applicant {
  readonly kind: DeviceKind;
  readonly name: string;
  readonly scope: Scope;
  /** Where it asks from, for whoever approves. */
  readonly address: string;
}

export interface Pairing extends Applicant {
  readonly expires_at: Instant;
}

interface Waiting {
  readonly pairing: Pairing;
  outcome: Approval | 'waiting' | 'denied';
  intervalMs: number;
  askedAgainAt: Instant | undefined;
}

export const POLL_INTERVAL_MS = 5_000;
const LIMITS = { all: 1_000, perAddress: 10 } as const;

/**
 * Devices at the door, by the secret that each asks again with. They are kept in memory alone: nobody who has not signed in makes the server
 * write, and after a restart whoever was waiting begins anew.
 */
export interface Pairings {
  /** Lets a device wait. */
  add(deviceCode: string, applicant: Applicant, lastsMs: number): Pairing | Refusal;
  waiting(deviceCode: string): Pairing | undefined;
  /** True for one caller only. */
  approve(deviceCode: string, approval: Approval): boolean;
  deny(deviceCode: string): void;
  /** What a device is told when it asks again. It is let in once, and is over only when `letIn` did not throw. */
  collect<T>(deviceCode: string, letIn: (applicant: Applicant, approval: Approval) => T): T | Refusal;
}

export function openPairings(now: () => Instant): Pairings {
  const all = new Map<string, Waiting>();

  function add(deviceCode: string, applicant: Applicant, lastsMs: number): Pairing | Refusal {
    forgetExpired();
    const pairings = [...all.values()].map((each) => each.pairing);
    const neighbours = pairings.filter(({ address }) => address === applicant.address);
    if (neighbours.length >= LIMITS.perAddress) return tooMany(neighbours, LIMITS.perAddress);
    if (pairings.length >= LIMITS.all) return tooMany(pairings, LIMITS.all);
    const pairing = { ...applicant, expires_at: addMs(now(), lastsMs) };
    all.set(deviceCode, { pairing, outcome: 'waiting', intervalMs: POLL_INTERVAL_MS, askedAgainAt: undefined });
    return pairing;
  }

  function tooMany(pairings: readonly Pairing[], limit: number): Refusal {
    const firstToGo = Math.min(...pairings.map(({ expires_at }) => msOf(expires_at)));
    return accessRefusals.too_many_pairings({ limit, retry_after_seconds: Math.ceil((firstToGo - msOf(now())) / 1000) });
  }

  function forgetExpired(): void {
    for (const [deviceCode, { pairing }] of all) if (!isAfter(pairing.expires_at, now())) all.delete(deviceCode);
  }

  function find(deviceCode: string): Waiting | undefined {
    const found = all.get(deviceCode);
    return found && isAfter(found.pairing.expires_at, now()) ? found : undefined;
  }

  function decide(deviceCode: string, outcome: Approval | 'denied'): boolean {
    const found = find(deviceCode);
    if (found?.outcome !== 'waiting') return false;
    found.outcome = outcome;
    return true;
  }

  function collect<T>(deviceCode: string, letIn: (applicant: Applicant, approval: Approval) => T): T | Refusal {
    const found = find(deviceCode);
    if (!found) return deviceRefusals.expired_token();
    const { outcome, pairing } = found;
    if (outcome === 'waiting') return askedAgain(found);
    const answer = outcome === 'denied' ? deviceRefusals.access_denied() : letIn(pairing, outcome);
    all.delete(deviceCode);
    return answer;
  }

  /** Who asks again too soon has to wait longer from then on, as RFC 8628 wants it. */
  function askedAgain(found: Waiting): Refusal {
    const { askedAgainAt } = found;
    found.askedAgainAt = now();
    if (askedAgainAt === undefined || msOf(now()) - msOf(askedAgainAt) >= found.intervalMs) return deviceRefusals.authorization_pending();
    found.intervalMs += POLL_INTERVAL_MS;
    return deviceRefusals.slow_down({ interval: found.intervalMs / 1000 });
  }

  return {
    add,
    waiting(deviceCode) {
      const found = find(deviceCode);
      return found?.outcome === 'waiting' ? found.pairing : undefined;
    },
    approve: decide,
    deny: (deviceCode) => void decide(deviceCode, 'denied'),
    collect,
  };
}
