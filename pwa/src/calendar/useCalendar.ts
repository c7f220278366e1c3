import {
  type Breach,
  type Calendar,
  type CalendarDay,
  calendarOf,
  type DatedTrade,
  type Days,
  type Month,
} from '@taffrail/domain/discipline';
import { tradingDayOf, type Day, type Id } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { useFormats } from '@taffrail/ui';
import { useMemo } from 'preact/hooks';
import { traderClock, useLive, useReplica } from '../app/index.ts';
import { useBreaches, useMinute, useTradesSeen } from '../conduct/index.ts';
import { choiceParam, textParam, useSearch } from '../routes/index.ts';
import { isMonth, spanOf, type View, views } from './span.ts';
import { breachesOf, chosenOf, tradesOf, type Whose, whoseIn } from './whose.ts';

const params = { view: choiceParam(views), month: textParam, of: textParam };

/** What is on the screen, and whose it is. */
export interface Shown {
  readonly whose: Whose;
  readonly choices: readonly Whose[];
  readonly span: Days;
  readonly calendar: Calendar;
  /** How many stand in these days. */
  readonly breachCount: number;
  dayOf(day: Day): CalendarDay | undefined;
  breachOf(id: Id): Breach | undefined;
  symbolOf(positionId: Id | undefined): string | undefined;
}

/** The calendar as its address says it. Nothing is shown of a book that has no account; what is undefined is still being read. */
export function useCalendar() {
  const replica = useReplica();
  const { zone } = useFormats();
  const [search, changeSearch] = useSearch(params);
  const read = useLive(['account'], () => replica.states<Account>('account'));
  const trades = useTradesSeen();
  const breaches = useBreaches();
  const now = useMinute();
  const accounts = useMemo(() => (read.status === 'ready' ? read.value.map(({ state }) => state) : undefined), [read]);
  const today = useMemo(() => tradingDayOf(now, traderClock(accounts ?? [], zone)), [now, accounts, zone]);

  const view: View = search.view ?? 'month';
  const month: Month = isMonth(search.month) ? search.month : today.slice(0, 7);
  const shown = useMemo(
    () => accounts && trades && breaches && shownOf({ accounts, trades, breaches, key: search.of, span: spanOf(view, month) }),
    [accounts, trades, breaches, search.of, view, month],
  );

  return {
    error: read.status === 'failed' ? read.error : undefined,
    today,
    view,
    month,
    shown,
    isEmpty: trades?.length === 0,
    setView: (next: View) => changeSearch({ view: next === 'month' ? undefined : next, month }),
    setMonth: (next: Month) => changeSearch({ month: next }),
    setWhose: (of: string) => changeSearch({ of }),
  };
}

interface Given {
  readonly accounts: readonly Account[];
  readonly trades: readonly DatedTrade[];
  readonly breaches: readonly Breach[];
  readonly key: string;
  readonly span: Days;
}

function shownOf({ accounts, trades, breaches, key, span }: Given): Shown | 'nobody' {
  const choices = whoseIn(accounts);
  const whose = chosenOf(choices, key, trades);
  if (whose === undefined) return 'nobody';
  const own = tradesOf(whose, trades);
  const ownBreaches = breachesOf(whose, breaches, own);
  const calendar = calendarOf(span, own, ownBreaches);
  const days = new Map(calendar.days.map((day) => [day.date, day]));
  const standing = new Map(ownBreaches.map((breach) => [breach.id, breach]));
  const symbols = new Map(own.map(({ position_id, symbol }) => [position_id, symbol]));
  return {
    whose,
    choices,
    span,
    calendar,
    breachCount: new Set(calendar.days.flatMap(({ reasons }) => reasons.map(({ breach_id }) => breach_id))).size,
    dayOf: (day) => days.get(day),
    breachOf: (id) => standing.get(id),
    symbolOf: (id) => (id === undefined ? undefined : symbols.get(id)),
  };
}

export type CalendarState = ReturnType<typeof useCalendar>;
