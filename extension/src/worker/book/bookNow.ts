import { calendarDayOf } from '@taffrail/domain/kernel';
import { known, type Replica } from '@taffrail/replica';
import type { BookNow, OpenBookNow, PlannedTrade } from '../../app/index.ts';
import type { Held } from './held.ts';
import { verdictOfToday } from './today.ts';

/** Beside a ticket; the app has all of them. */
const MOST_PLANNED = 20;

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
    planned: plannedIn(replica),
    today: todayIn(replica),
  };
}

function plannedIn(replica: Replica): OpenBookNow['planned'] {
  const rows = replica.rows<PlannedTrade>('planned').value?.values() ?? [];
  return [...rows].toSorted((a, b) => (a.planned_at < b.planned_at ? 1 : -1)).slice(0, MOST_PLANNED);
}

function todayIn(replica: Replica): OpenBookNow['today'] {
  const found = verdictOfToday(replica);
  if (found === undefined) return null;
  const { account, verdict } = found;
  const { may_trade, trades_left, reasons } = verdict;
  return { account_id: account.id, day: calendarDayOf(known(replica).minute.value, account.zone), may_trade, trades_left, reasons };
}
