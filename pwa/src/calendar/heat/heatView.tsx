import { heatOf } from '@taffrail/domain/discipline';
import type { Day } from '@taffrail/domain/kernel';
import { DayGrid, HeatSquare, useFormats, useIsPhone } from '@taffrail/ui';
import { useMemo } from 'preact/hooks';
import { link } from '../../routes/index.ts';
import { calendar as words } from '../../words/index.ts';
import { DayTip } from '../dayTip.tsx';
import type { DrawnProps } from '../month/monthView.tsx';
import { nameOfDay } from '../told.ts';
import css from './heat.module.css';

/** A year of days at one glance, each as warm as it was beside the strongest one. */
export function HeatView({ shown, title, today, onBeyond }: DrawnProps) {
  const formats = useFormats();
  const isPhone = useIsPhone();
  const { calendar, whose, span } = shown;
  const heats = useMemo(() => new Map(heatOf(calendar, whose.currency).map(({ date, heat }) => [date, heat])), [calendar, whose.currency]);
  const inside = (day: Day) => <HeatSquare heat={heats.get(day)} isMarked={(shown.dayOf(day)?.breaches.length ?? 0) > 0} />;
  const tipOf = (day: Day) => <DayTip day={day} shown={shown} withFigures />;
  // The week in which a month begins bears its name.
  const monthOf = (days: readonly Day[]) => {
    const begins = days.find((day) => day.endsWith('-01') && day >= span.first && day <= span.last);
    return begins === undefined ? null : <span class={css.month}>{formats.monthName(begins)}</span>;
  };
  return (
    <div class={css.heat}>
      <DayGrid
        label={words.grid(title)}
        flow={isPhone ? 'rows' : 'columns'}
        first={span.first}
        last={span.last}
        start={today}
        today={today}
        hrefOf={(day) => link('day', { day })}
        nameOf={(day) => nameOfDay(day, shown, formats)}
        inside={inside}
        tipOf={tipOf}
        before={{ heading: words.month, cell: monthOf }}
        onBeyond={onBeyond}
      />
      <Legend />
    </div>
  );
}

const scale = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

function Legend() {
  return (
    <p class={css.legend}>
      <span>{words.heatMeaning}</span>
      <span class={css.scale}>
        {words.less}
        {scale.map((heat) => (
          <span key={heat} class={css.sample}>
            <HeatSquare heat={heat} />
          </span>
        ))}
        {words.more}
      </span>
      <span class={css.scale}>
        <span class={css.sample}>
          <HeatSquare isMarked />
        </span>
        {words.marked}
      </span>
    </p>
  );
}
