import { groundOf } from '@taffrail/domain/conduct';
import type { AggregateRef, Instant } from '@taffrail/domain/kernel';
import { exchangeSessionOf, standingOf, usualSettings } from '@taffrail/domain/phases';
import type { BookNow, ReadSql, Reminder, Reminders } from '../workspace/index.ts';
import { bookForPhases } from './book.ts';

/** As each session begins: what little is missing until the phase is lost. */
export function conductReminders(sql: ReadSql, now: Instant): Reminders {
  const book = bookForPhases(bookIn(sql), now);
  const { progress, settings = usualSettings } = book;
  const nextAt = exchangeSessionOf(now, settings).ends_at;
  if (progress === undefined || progress.stay === 0) return { reminders: [], nextAt };
  const near = standingOf(groundOf(book), now).triggers.filter((trigger) => trigger.near);
  const reminders = near.map(({ key, figure, sentence }): Reminder => ({
    kind: 'downgrade_near',
    params: { phase: progress.phase, sentence },
    subject: null,
    cause: `downgrade_near ${progress.stay} ${key} ${figure}`,
  }));
  return { reminders, nextAt };
}

function bookIn(sql: ReadSql): BookNow {
  return {
    read: (query) => query(sql),
    state({ aggregate_type, aggregate_id }: AggregateRef) {
      const [row] = sql.all<{ version: number; state: string }>(
        'SELECT version, state FROM aggregate WHERE aggregate_type = ? AND aggregate_id = ?',
        aggregate_type,
        aggregate_id,
      );
      return row && { version: row.version, state: JSON.parse(row.state) as unknown };
    },
  };
}
