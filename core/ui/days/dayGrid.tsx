import type { Day } from '@taffrail/domain/kernel';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { classes } from '../classes.ts';
import { useFormats } from '../setting/setting.tsx';
import { DayCell } from './dayCell.tsx';
import { dayByKey, type Flow, weeksOf } from './weeks.ts';
import css from './dayGrid.module.css';

/** What stands at an end of each week, under a heading of its own. */
interface WeekEdge {
  readonly heading: string;
  /** Null where there is nothing to be seen: whoever listens is told when the week begins. */
  readonly cell: (days: readonly Day[]) => ComponentChildren;
}

interface DayGridProps {
  readonly label: string;
  readonly first: Day;
  readonly last: Day;
  readonly flow: Flow;
  /** The day that Tab leads to at first. */
  readonly start: Day;
  readonly today?: Day | undefined;
  readonly hrefOf: (day: Day) => string;
  /** All that is to be known of a day, for whoever does not see it. */
  readonly nameOf: (day: Day) => string;
  readonly inside: (day: Day) => ComponentChildren;
  /** More about the day that the pointer or the keyboard is at; null where there is no more. */
  readonly tipOf: (day: Day) => ComponentChildren;
  readonly before?: WeekEdge;
  readonly after?: WeekEdge;
  /** A key leads to a day that is not in sight: whoever brings it there finds the focus on it. */
  readonly onBeyond: (day: Day) => void;
}

/** Days by their weeks: a table for whoever listens, walked by arrow keys, with one way in for Tab. */
export function DayGrid(props: DayGridProps) {
  const { label, first, last, flow, start, today, hrefOf, nameOf, inside, tipOf, before, after, onBeyond } = props;
  const formats = useFormats();
  const grid = useRef<HTMLDivElement>(null);
  const awaited = useRef<Day>(undefined);
  const [at, setAt] = useState(start);
  const isShown = (day: Day): boolean => day >= first && day <= last;
  const active = [at, start].find(isShown) ?? first;
  const weeks = weeksOf(first, last);

  function goTo(day: Day): void {
    setAt(day);
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }

  useLayoutEffect(() => {
    const day = awaited.current;
    if (day === undefined || !isShown(day)) return;
    awaited.current = undefined;
    goTo(day);
  });

  const press = (event: KeyboardEvent) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const isRtl = grid.current?.matches(':dir(rtl)') === true;
    const to = dayByKey(event.key, from, { first, last, flow, isRtl });
    if (to === undefined) return;
    event.preventDefault();
    if (isShown(to)) goTo(to);
    else {
      awaited.current = to;
      onBeyond(to);
    }
  };

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      class={classes(css.grid, css[flow], before !== undefined && css.withBefore, after !== undefined && css.withAfter)}
      onKeyDown={press}
    >
      <div role="row" class={css.line}>
        {before !== undefined && <Heading name={before.heading} isHidden />}
        {weeks[0]?.map((day) => (
          <Heading key={day} name={formats.weekday(day)} />
        ))}
        {after !== undefined && <Heading name={after.heading} />}
      </div>
      {weeks.map((days, place) => (
        <div key={days[0]} role="row" class={css.line}>
          {before !== undefined && <Edge days={days} of={before} />}
          {days.map((day, column) =>
            isShown(day) ? (
              <DayCell
                key={day}
                day={day}
                href={hrefOf(day)}
                name={nameOf(day)}
                isActive={day === active}
                isToday={day === today}
                isLate={flow === 'rows' ? column > 3 : place > weeks.length / 2}
                isLow={flow === 'rows' && place > 0 && place >= weeks.length / 2}
                tipOf={tipOf}
              >
                {inside(day)}
              </DayCell>
            ) : (
              <div key={day} role="gridcell" class={css.gap}>
                <span class="visually-hidden">{formats.day(day)}</span>
              </div>
            ),
          )}
          {after !== undefined && <Edge days={days} of={after} />}
        </div>
      ))}
    </div>
  );
}

function Heading({ name, isHidden = false }: { readonly name: string; readonly isHidden?: boolean }) {
  return (
    <span role="columnheader" class={css.heading}>
      <span class={isHidden ? 'visually-hidden' : undefined}>{name}</span>
    </span>
  );
}

function Edge({ days, of }: { readonly days: readonly Day[]; readonly of: WeekEdge }) {
  const formats = useFormats();
  const [monday] = days;
  return (
    <div role="rowheader" class={css.edge}>
      {of.cell(days) ?? (monday !== undefined && <span class="visually-hidden">{formats.dayInYear(monday)}</span>)}
    </div>
  );
}
