import { calendarDayOf } from '@taffrail/domain/kernel';
import { known, type PositionRow, type Replica } from '@taffrail/replica';
import type { BookNow, OpenBookNow } from '../../app/index.ts';
import type { Held } from './held.ts';
import { verdictOfToday } from './today.ts';

const MOST_PLANNED = 5;

/** What pages are shown of the book. */
export function bookNow(held: Held): BookNow {
  if (held.status !== 'open') return { status: held.status };
  const { entry, replica } = held.book;
  const { commands, files } = replica.waiting.value;
  return {
    status: 'open',
    book_id: entry.id,
    has_server: entry.workspace_id !== null,
    line: replica.line.value,
    waits: { commands, files },
    planned: plannedToday(replica),
    today: todayIn(replica),
  };
}

function plannedToday(replica: Replica): OpenBookNow['planned'] {
  const rows = [...(replica.rows<PositionRow>('positions').value?.values() ?? [])];
  const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
  const today = calendarDayOf(known(replica).minute.value, zone);
  return rows
    .filter(({ status, created_at }) => status === 'planned' && calendarDayOf(created_at, zone) === today)
    .toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1))
    .slice(0, MOST_PLANNED)
    .map(({ id, symbol }) => ({ id, symbol }));
}

function todayIn(replica: Replica): OpenBookNow['today'] {
  const found = verdictOfToday(replica);
  if (found === undefined) return null;
  const { account, verdict } = found;
  const { may_trade, trades_left, reasons } = verdict;
  return { account_id: account.id, day: calendarDayOf(known(replica).minute.value, account.zone), may_trade, trades_left, reasons };
}
