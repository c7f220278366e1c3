import { heatOf, type Month, daysOfMonth } from '@taffrail/domain/discipline';
import type { Day } from '@taffrail/domain/kernel';
import { Amount, Badge, HeatSquare, useFormats } from '@taffrail/ui';
import { useMemo } from 'preact/hooks';
import { link } from '../../routes/index.ts';
import { calendar as words } from '../../words/index.ts';
import { monthsOfYear } from '../span.ts';
import type { Shown } from '../useCalendar.ts';
import css from './year.module.css';

interface YearViewProps {
  readonly month: Month;
  readonly today: Day;
  readonly shown: Shown;
}

/** Twelve months, each with what it came to and how its days went. */
export function YearView({ month, today, shown }: YearViewProps) {
  const { calendar, whose } = shown;
  const heats = useMemo(() => new Map(heatOf(calendar, whose.currency).map(({ date, heat }) => [date, heat])), [calendar, whose.currency]);
  return (
    <ul class={css.year}>
      {monthsOfYear(month).map((each) => (
        <li key={each}>
          <MonthCard month={each} isNow={today.startsWith(each)} shown={shown} heats={heats} />
        </li>
      ))}
    </ul>
  );
}

interface MonthCardProps {
  readonly month: Month;
  readonly isNow: boolean;
  readonly shown: Shown;
  readonly heats: ReadonlyMap<Day, number>;
}

function MonthCard({ month, isNow, shown, heats }: MonthCardProps) {
  const formats = useFormats();
  const { calendar, whose } = shown;
  const totals = calendar.months.find((each) => each.month === month);
  const broken = calendar.days.filter(({ date, breaches }) => date.startsWith(month) && breaches.length > 0).length;
  const search = { month, ...(whose.key !== shown.choices[0]?.key && { of: whose.key }) };
  return (
    <a href={link('calendar', undefined, search)} class={css.month} aria-current={isNow ? 'date' : undefined}>
      <span class={css.head}>
        <strong>{formats.monthName(`${month}-01`)}</strong>
        {broken > 0 && (
          <>
            <Badge tone="breach">{formats.count(broken)}</Badge>
            <span class="visually-hidden">{words.brokenDays}</span>
          </>
        )}
      </span>
      <span class={css.figures}>
        {totals !== undefined && totals.trades > 0 && (
          <>
            <Amount value={totals.net_pnl[0]?.amount} currency={whose.currency} withCurrency result note={words.noNet} />
            <span class={css.count}>{words.tradeCount(totals.trades, formats.count(totals.trades))}</span>
          </>
        )}
      </span>
      <Days month={month} shown={shown} heats={heats} />
    </a>
  );
}

/** The days of a month by their weekdays, for the eye alone. */
function Days({ month, shown, heats }: Omit<MonthCardProps, 'isNow'>) {
  const { first, last } = daysOfMonth(month);
  const days = Array.from({ length: Number(last.slice(8)) }, (_, place) => `${month}-${String(place + 1).padStart(2, '0')}`);
  return (
    <span class={css.days} style={{ '--first': Temporal.PlainDate.from(first).dayOfWeek }} aria-hidden>
      {days.map((day) => (
        <HeatSquare key={day} heat={heats.get(day)} isMarked={(shown.dayOf(day)?.breaches.length ?? 0) > 0} />
      ))}
    </span>
  );
}
