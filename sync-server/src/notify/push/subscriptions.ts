import type { Id, Instant } from '@taffrail/domain/kernel';
import type { ChosenKinds, PushPlace, PushSubscriptionSaid } from '@taffrail/sync';
import type { Principal } from '../../http/index.ts';
import type { ReadSql, Sql } from '../../workspace/index.ts';

/** Where one device of a person, a browser they signed in at or a paired one, takes pushes of one workspace. */
export interface Subscription {
  readonly id: Id;
  readonly workspaceId: string;
  readonly userId: Id;
  readonly sessionId: Id | null;
  readonly deviceId: Id | null;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly serverKey: string;
  readonly kinds: ChosenKinds;
  readonly since: Instant;
}

const columns =
  'id, workspace_id AS workspaceId, user_id AS userId, session_id AS sessionId, device_id AS deviceId, endpoint, p256dh, auth, server_key AS serverKey, kinds, since';

function select(sql: ReadSql, where: string, ...params: readonly string[]): Subscription[] {
  const rows = sql.all<Omit<Subscription, 'kinds'> & { readonly kinds: string }>(
    `SELECT ${columns} FROM push_subscription WHERE ${where}`,
    ...params,
  );
  return rows.map((row) => ({ ...row, kinds: JSON.parse(row.kinds) as ChosenKinds }));
}

export const subscriptionOf = (sql: ReadSql, id: Id): Subscription | undefined => select(sql, 'id = ?', id)[0];

export const subscriptionHeldBy = (sql: ReadSql, holder: Principal): Subscription | undefined =>
  holder.by === 'session' ? select(sql, 'session_id = ?', holder.sessionId)[0] : select(sql, 'device_id = ?', holder.deviceId)[0];

/** In one workspace, or in all of the person's. */
export const subscriptionsOf = (sql: ReadSql, userId: Id, workspaceId: string | undefined): Subscription[] =>
  workspaceId === undefined ? select(sql, 'user_id = ?', userId) : select(sql, 'user_id = ? AND workspace_id = ?', userId, workspaceId);

export interface Subscribing extends PushSubscriptionSaid {
  readonly id: Id;
  readonly workspaceId: string;
  readonly serverKey: string;
  readonly since: Instant;
}

/** One for each device. An endpoint is one browser's secret: whoever brings it now is who sits there now. */
export function subscribe(sql: Sql, holder: Principal, { id, workspaceId, endpoint, keys, kinds, serverKey, since }: Subscribing): void {
  sql.transaction(() => {
    unsubscribe(sql, holder);
    sql.run('DELETE FROM push_subscription WHERE endpoint = ?', endpoint);
    sql.run(
      `INSERT INTO push_subscription (id, workspace_id, user_id, session_id, device_id, endpoint, p256dh, auth, server_key, kinds, since)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      workspaceId,
      holder.userId,
      holder.by === 'session' ? holder.sessionId : null,
      holder.by === 'device' ? holder.deviceId : null,
      endpoint,
      keys.p256dh,
      keys.auth,
      serverKey,
      JSON.stringify(kinds),
      since,
    );
  });
}

/** To where its push service has moved a browser; what goes there stays. */
export function moveSubscription(sql: Sql, id: Id, { endpoint, keys }: PushPlace): void {
  sql.transaction(() => {
    sql.run('DELETE FROM push_subscription WHERE endpoint = ? AND id <> ?', endpoint, id);
    sql.run('UPDATE push_subscription SET endpoint = ?, p256dh = ?, auth = ? WHERE id = ?', endpoint, keys.p256dh, keys.auth, id);
  });
}

export function unsubscribe(sql: Sql, holder: Principal): void {
  if (holder.by === 'session') sql.run('DELETE FROM push_subscription WHERE session_id = ?', holder.sessionId);
  else sql.run('DELETE FROM push_subscription WHERE device_id = ?', holder.deviceId);
}

export function removeSubscription(sql: Sql, id: Id): void {
  sql.run('DELETE FROM push_subscription WHERE id = ?', id);
}
