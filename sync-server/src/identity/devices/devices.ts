import { kernelRefusals, msOf, type Id, type Instant, type Refusal } from '@taffrail/domain/kernel';
import type { Role, Scope } from '../../http/index.ts';
import { StorageFault, type ReadSql } from '../../workspace/index.ts';
import { audit } from '../audit.ts';
import type { Caller } from '../caller.ts';
import type { Registry } from '../registry.ts';
import type { Revocations } from '../revocations.ts';
import type { Device } from './device.ts';
import type { Applicant, Approval } from './pairings.ts';

/** Often enough for a list, and seldom enough that reading costs no writing. */
const USE_NOTED_EVERY_MS = 60_000;

const SHOWN = 'id, workspace_id, kind, name, scope, paired_at, used_at, used_from, revoked_at';

/** By whom something is done to a device, and from where. */
export interface Doer {
  readonly userId: Id;
  readonly address: string;
}

/** Enters a device, within the transaction that gives it its tokens. */
export function enterDevice(registry: Registry, { kind, name, scope, address }: Applicant, approval: Approval): Id {
  const { user_id, workspace_id, approved_from } = approval;
  const id = registry.newId();
  registry.sql.run(
    'INSERT INTO device (id, workspace_id, user_id, kind, name, scope, paired_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    workspace_id,
    user_id,
    kind,
    name,
    scope,
    registry.now(),
  );
  audit(registry, { type: 'device_paired', user_id, workspace_id, address, details: { device_id: id, kind, name, scope, approved_from } });
  return id;
}

export function recordTurnedAway(
  registry: Registry,
  { userId, address }: Doer,
  applicant: Pick<Applicant, 'kind' | 'name' | 'address'>,
): void {
  const { kind, name, address: device_address } = applicant;
  audit(registry, { type: 'device_refused', user_id: userId, address, details: { kind, name, device_address } });
}

export function devicesOf({ sql }: Registry, userId: Id): Device[] {
  return sql.all<Device>(`SELECT ${SHOWN} FROM device WHERE user_id = ? ORDER BY revoked_at IS NOT NULL, id DESC`, userId);
}

export function deviceOf({ sql }: Registry, userId: Id, id: Id): Device | Refusal {
  const device = sql.all<Device>(`SELECT ${SHOWN} FROM device WHERE user_id = ? AND id = ?`, userId, id)[0];
  return device ?? kernelRefusals.not_found({ noun: 'device', id });
}

export function renameDevice(registry: Registry, { userId, address }: Doer, device: Device, name: string): void {
  const { id, workspace_id, name: before } = device;
  registry.sql.transaction(() => {
    registry.sql.run('UPDATE device SET name = ? WHERE id = ?', name, id);
    audit(registry, { type: 'device_renamed', user_id: userId, workspace_id, address, details: { device_id: id, before, name } });
  });
}

export function revokeDevice(registry: Registry, revocations: Revocations, { userId, address }: Doer, device: Device): void {
  const { id, workspace_id, name } = device;
  if (device.revoked_at !== null) return;
  registry.sql.transaction(() => {
    shutOut(registry, id);
    audit(registry, { type: 'device_revoked', user_id: userId, workspace_id, address, details: { device_id: id, name } });
  });
  revocations.revoke({ deviceId: id });
}

/** Ends a device whose refresh token turned up a second time: which of the two holders is the thief, nobody can tell. */
export function revokeRobbed(registry: Registry, revocations: Revocations, address: string, id: Id): void {
  const robbed = registry.sql.all<{ user_id: Id; workspace_id: string; name: string }>(
    'SELECT user_id, workspace_id, name FROM device WHERE id = ?',
    id,
  )[0];
  if (!robbed) return;
  registry.sql.transaction(() => {
    shutOut(registry, id);
    const { user_id, workspace_id, name } = robbed;
    audit(registry, { type: 'refresh_token_reused', user_id, workspace_id, address, details: { device_id: id, name } });
  });
  revocations.revoke({ deviceId: id });
}

/** Within the transaction of what ends them, where no server has anything open for them. Returns how many there were. */
export function revokeAllDevices(registry: Registry): number {
  const ids = registry.sql.all<{ id: Id }>('SELECT id FROM device WHERE revoked_at IS NULL');
  for (const { id } of ids) shutOut(registry, id);
  return ids.length;
}

function shutOut({ sql, now }: Registry, id: Id): void {
  sql.run('UPDATE device SET revoked_at = ? WHERE id = ?', now(), id);
  sql.run('DELETE FROM device_token WHERE device_id = ?', id);
}

interface FoundRow {
  readonly id: Id;
  readonly user_id: Id;
  readonly workspace_id: string;
  readonly scope: Scope;
  readonly role: Role;
  readonly used_at: Instant | null;
  readonly expires_at: Instant | null;
}

/** The device whose access token this is the hash of, and its trader's place in the workspace. */
export function findDevice(registry: Registry, tokenHash: string, address: string): Caller | undefined {
  const now = registry.now();
  const found = tokenHolder(registry.sql, tokenHash, now);
  if (!found) return undefined;
  const { id, user_id, workspace_id, scope, role, used_at, expires_at } = found;
  if (used_at === null || msOf(now) - msOf(used_at) >= USE_NOTED_EVERY_MS) noteUse(registry, id, address, now);
  const endsMs = expires_at === null ? Number.POSITIVE_INFINITY : msOf(expires_at);
  return {
    principal: { by: 'device', userId: user_id, deviceId: id, workspaceId: workspace_id, scope, tokenHash, endsMs },
    place: { workspaceId: workspace_id, role },
  };
}

function tokenHolder(sql: ReadSql, tokenHash: string, now: Instant): FoundRow | undefined {
  return sql.all<FoundRow>(
    `SELECT id, user_id, workspace_id, scope, used_at,
       (SELECT expires_at FROM device_token WHERE hash = ?) AS expires_at,
       (SELECT role FROM membership AS own WHERE own.workspace_id = device.workspace_id AND own.user_id = device.user_id) AS role
     FROM device
     WHERE id = (SELECT device_id FROM device_token WHERE hash = ? AND kind = 'access' AND (expires_at IS NULL OR expires_at > ?))`,
    tokenHash,
    tokenHash,
    now,
  )[0];
}

/** Reading goes on when the disk is full, so a use that cannot be noted is no reason to say no. */
function noteUse({ sql }: Registry, id: Id, address: string, now: Instant): void {
  try {
    sql.run('UPDATE device SET used_at = ?, used_from = ? WHERE id = ?', now, address, id);
  } catch (error) {
    if (!(error instanceof StorageFault) || error.kind === 'broken') throw error;
  }
}
