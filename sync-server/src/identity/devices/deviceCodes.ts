import type { Refusal } from '@taffrail/domain/kernel';
import type { Applicant, Approval, Pairing, Pairings } from './pairings.ts';
import { drawUserCode, readUserCode } from './userCode.ts';

export const DEVICE_CODE_LASTS_MS = 600_000;

/**
 * Pairing a device that has a screen and no camera (the shape of RFC 8628): it shows a short code, and whoever types that
 * code where they are signed in sees what asks, and decides.
 */
export interface DeviceCodes {
  ask(deviceCode: string, applicant: Applicant): { readonly user_code: string } | Refusal;
  /** Undefined for a code that was never given out, is over, or is decided: nobody can tell which. */
  look(userCode: string): Pairing | undefined;
  approve(userCode: string, approval: Approval): void;
  deny(userCode: string): void;
}

export function openDeviceCodes(pairings: Pairings): DeviceCodes {
  const deviceCodes = new Map<string, string>();

  function ask(deviceCode: string, applicant: Applicant): { readonly user_code: string } | Refusal {
    const pairing = pairings.add(deviceCode, applicant, DEVICE_CODE_LASTS_MS);
    if ('refused' in pairing) return pairing;
    forgetDecided();
    const userCode = drawUnused();
    deviceCodes.set(userCode, deviceCode);
    return { user_code: userCode };
  }

  function forgetDecided(): void {
    for (const [userCode, deviceCode] of deviceCodes) if (!pairings.waiting(deviceCode)) deviceCodes.delete(userCode);
  }

  function drawUnused(): string {
    const userCode = drawUserCode();
    return deviceCodes.has(userCode) ? drawUnused() : userCode;
  }

  /** No device has the empty code, so a code nobody gave out leads nowhere. */
  const deviceCodeOf = (userCode: string): string => deviceCodes.get(readUserCode(userCode) ?? '') ?? '';

  return {
    ask,
    look: (userCode) => pairings.waiting(deviceCodeOf(userCode)),
    approve: (userCode, approval) => void pairings.approve(deviceCodeOf(userCode), approval),
    deny: (userCode) => pairings.deny(deviceCodeOf(userCode)),
  };
}
