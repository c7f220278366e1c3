import { weekOf } from '@taffrail/domain/discipline';
import type { Day } from '@taffrail/domain/kernel';
import { Card, DayGrid, useFormats, useIsPhone } from '@taffrail/ui';
import { link } from '../../routes/index.ts';
import { calendar as words } from '../../words/index.ts';
import { DayTip } from '../dayTip.tsx';
import { nameOfDay } from '../told.ts';
import type { Shown } from '../useCalendar.ts';
import { DayFigures } from './dayFigures.tsx';
import { WeekList } from './weekList.tsx';
import { WeekTotal } from './weekTotal.tsx';

export interface DrawnProps {
  readonly shown: Shown;
  readonly title: string;
  readonly today: Day;
  readonly onBeyond: (day: Day) => void;
}

/** A month of days. Where there is room, each week ends with what it came to; on a phone the weeks follow below. */
export function MonthView({ shown, title, today, onBeyond }: DrawnProps) {
  const formats = useFormats();
  const isPhone = useIsPhone();
  const { first, last } = shown.span;
  const inside = (day: Day) => <DayFigures day={day} known={shown.dayOf(day)} currency={shown.whose.currency} isBrief={isPhone} />;
  const tipOf = (day: Day) => ((shown.dayOf(day)?.reasons.length ?? 0) > 0 ? <DayTip day={day} shown={shown} /> : null);
  const totalOf = ([monday = first]: readonly Day[]) => <WeekTotal week={weekOf(monday)} shown={shown} />;
  return (
    <>
      <DayGrid
        label={words.grid(title)}
        flow="rows"
        first={first}
        last={last}
        start={today}
        today={today}
        hrefOf={(day) => link('day', { day })}
        nameOf={(day) => nameOfDay(day, shown, formats)}
        inside={inside}
        tipOf={tipOf}
        {...(!isPhone && { after: { heading: words.week, cell: totalOf } })}
        onBeyond={onBeyond}
      />
      {isPhone && shown.calendar.weeks.length > 0 && (
        <Card title={words.weeks}>
          <WeekList shown={shown} />
        </Card>
      )}
    </>
  );
}
