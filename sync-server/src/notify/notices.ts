import type { Id, Instant } from '@taffrail/domain/kernel';
import type { Notice, NoticeSaid, NoticeSubject } from '@taffrail/sync';
import type { ReadSql, Sql } from '../workspace/index.ts';

/** Whose notices, seen from where: those of one workspace, and those about the person themselves. */
export interface Reader {
  readonly userId: Id;
  readonly workspaceId: string;
}

/** A notice on its way to one person. */
export type NoticeFor = NoticeSaid & {
  readonly userId: Id;
  readonly workspaceId: string | undefined;
  readonly cause: string;
  readonly subject: NoticeSubject | null;
  readonly occurredAt: Instant;
  readonly isInFeed: boolean;
};

/** Undefined where it was not told yet. */
export const toldAs = (sql: ReadSql, userId: Id, cause: string): number | undefined =>
  sql.all<{ id: number }>('SELECT id FROM notice WHERE user_id = ? AND cause = ?', userId, cause)[0]?.id;

/** Returns its id, by which it can be asked for. */
export function addNotice(sql: Sql, notice: NoticeFor): number {
  sql.run(
    'INSERT INTO notice (user_id, workspace_id, cause, kind, params, subject, occurred_at, in_feed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    notice.userId,
    notice.workspaceId ?? null,
    notice.cause,
    notice.kind,
    JSON.stringify(notice.params),
    JSON.stringify(notice.subject),
    notice.occurredAt,
    Number(notice.isInFeed),
  );
  return toldAs(sql, notice.userId, notice.cause) as number;
}

export const shown = 'notice.id, kind, params, subject, occurred_at, read_at';

export interface NoticeRow {
  readonly id: number;
  readonly kind: string;
  readonly params: string;
  readonly subject: string;
  readonly occurred_at: Instant;
  readonly read_at: Instant | null;
}

export const noticeOf = ({ params, subject, ...row }: NoticeRow): Notice =>
  ({ ...row, params: JSON.parse(params), subject: JSON.parse(subject) }) as Notice;

const mine = 'user_id = ? AND in_feed = 1 AND (workspace_id = ? OR workspace_id IS NULL)';

/** Newest first. */
export const feedOf = (sql: ReadSql, { userId, workspaceId }: Reader, before: number, limit: number): Notice[] =>
  sql
    .all<NoticeRow>(`SELECT ${shown} FROM notice WHERE ${mine} AND id < ? ORDER BY id DESC LIMIT ?`, userId, workspaceId, before, limit)
    .map(noticeOf);

export const unreadOf = (sql: ReadSql, { userId, workspaceId }: Reader): number =>
  sql.all<{ unread: number }>(`SELECT count(*) AS unread FROM notice WHERE ${mine} AND read_at IS NULL`, userId, workspaceId)[0]?.unread ??
  0;

/** An id that is not one of the reader's changes nothing, and is not spoken of. */
export function markRead(sql: Sql, { userId, workspaceId }: Reader, ids: readonly number[], at: Instant): void {
  sql.transaction(() => {
    for (const id of ids) {
      sql.run(`UPDATE notice SET read_at = ? WHERE id = ? AND ${mine} AND read_at IS NULL`, at, id, userId, workspaceId);
    }
  });
}

/** Up to the one that the reader saw last: what came meanwhile stays unread. */
export function markReadUpTo(sql: Sql, { userId, workspaceId }: Reader, upTo: number, at: Instant): void {
  sql.run(`UPDATE notice SET read_at = ? WHERE id <= ? AND ${mine} AND read_at IS NULL`, at, upTo, userId, workspaceId);
}

export function forgetNoticesBefore(sql: Sql, instant: Instant): void {
  sql.run('DELETE FROM notice WHERE occurred_at < ?', instant);
}
