import type { Id, Instant } from '@taffrail/domain/kernel';
import type { Notice } from '@taffrail/sync';
import type { ReadSql, Sql } from '../../workspace/index.ts';
import { noticeOf, shown, type NoticeRow } from '../notices.ts';

/** What has not gone to a device yet. */

export function letWait(sql: Sql, subscriptionId: Id, noticeId: number): void {
  sql.run('INSERT INTO push_waiting (subscription_id, notice_id) VALUES (?, ?)', subscriptionId, noticeId);
}

/** Newest first. */
export const waitingFor = (sql: ReadSql, subscriptionId: Id): Notice[] =>
  sql
    .all<NoticeRow>(
      `SELECT ${shown} FROM push_waiting JOIN notice ON notice.id = notice_id
       WHERE subscription_id = ? ORDER BY notice.id DESC`,
      subscriptionId,
    )
    .map(noticeOf);

export function stopWaiting(sql: Sql, subscriptionId: Id, notices: readonly Notice[]): void {
  sql.transaction(() => {
    for (const { id } of notices) sql.run('DELETE FROM push_waiting WHERE subscription_id = ? AND notice_id = ?', subscriptionId, id);
  });
}

/** What happened too long ago is no news. */
export function forgetOldNews(sql: Sql, subscriptionId: Id, before: Instant): void {
  sql.run(
    'DELETE FROM push_waiting WHERE subscription_id = ? AND notice_id IN (SELECT id FROM notice WHERE occurred_at < ?)',
    subscriptionId,
    before,
  );
}
