import type { Id, Refusal } from '@taffrail/domain/kernel';
import { accessRefusals } from '../../http/index.ts';
import { roleIn } from '../members.ts';
import { enterDevice, revokeRobbed } from './devices.ts';
import type { Applicant, Approval } from './pairings.ts';
import type { DeviceParts } from './parts.ts';
import { deviceRefusals } from './refusals.ts';
import { grantLastingToken, grantTokens, refreshTokens, type Tokens } from './tokens.ts';

/** Tokens for a device that asks again, once somebody has let it in. */
export function letIn({ registry, pairings }: DeviceParts, deviceCode: string): Tokens | Refusal {
  return pairings.collect(deviceCode, (applicant, approval) => {
    // Whoever approved may have been removed since.
    if (!roleIn(registry, approval.workspace_id, approval.user_id)) return deviceRefusals.access_denied();
    return registry.sql.transaction(() => grantTokens(registry.sql, enterDevice(registry, applicant, approval), registry.now()));
  });
}

export function letScriptIn(
  { registry }: DeviceParts,
  script: Applicant,
  approval: Approval,
): { readonly deviceId: Id; readonly token: string } | Refusal {
  if (!roleIn(registry, approval.workspace_id, approval.user_id)) return accessRefusals.no_such_workspace();
  return registry.sql.transaction(() => {
    const deviceId = enterDevice(registry, script, approval);
    return { deviceId, token: grantLastingToken(registry.sql, deviceId) };
  });
}

export function refresh(
  { registry, revocations }: Pick<DeviceParts, 'registry' | 'revocations'>,
  refreshToken: string,
  address: string,
): Tokens | Refusal {
  const refreshed = registry.sql.transaction(() => refreshTokens(registry.sql, refreshToken, registry.now()));
  if (refreshed && 'tokens' in refreshed) return refreshed.tokens;
  if (refreshed) revokeRobbed(registry, revocations, address, refreshed.reusedBy);
  return accessRefusals.pairing_needed();
}
