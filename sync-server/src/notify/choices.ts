import type { Id } from '@taffrail/domain/kernel';
import type { NoticeChoices } from '@taffrail/sync';
import type { ReadSql, Sql } from '../workspace/index.ts';

const unchosen: NoticeChoices = { in_feed: {}, quiet_hours: null };

export function choicesOf(sql: ReadSql, userId: Id): NoticeChoices {
  const [row] = sql.all<{ choices: string }>('SELECT choices FROM notice_choices WHERE user_id = ?', userId);
  return row ? (JSON.parse(row.choices) as NoticeChoices) : unchosen;
}

export function setChoices(sql: Sql, userId: Id, choices: NoticeChoices): void {
  sql.run(
    'INSERT INTO notice_choices (user_id, choices) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET choices = excluded.choices',
    userId,
    JSON.stringify(choices),
  );
}
