import type { Day } from '@taffrail/domain/kernel';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { classes } from '../classes.ts';
import css from './dayGrid.module.css';

interface DayCellProps {
  readonly day: Day;
  readonly href: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly isToday: boolean;
  /** In the half where what lies over it opens towards the start, and above it. */
  readonly isLate: boolean;
  readonly isLow: boolean;
  readonly tipOf: (day: Day) => ComponentChildren;
  readonly children: ComponentChildren;
}

/** One day, all of it a link. A finger that touches it goes there; a pointer or the keyboard is told more first. */
export function DayCell({ day, href, name, isActive, isToday, isLate, isLow, tipOf, children }: DayCellProps) {
  const [isTold, setTold] = useState(false);
  const tip = isTold ? tipOf(day) : null;
  return (
    <div
      role="gridcell"
      class={css.cell}
      onPointerEnter={({ pointerType }) => setTold(pointerType === 'mouse')}
      onPointerLeave={() => setTold(false)}
    >
      <a
        href={href}
        class={css.day}
        data-day={day}
        tabIndex={isActive ? 0 : -1}
        aria-current={isToday ? 'date' : undefined}
        onFocus={(event) => setTold(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setTold(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isTold) return;
          event.stopPropagation();
          setTold(false);
        }}
      >
        <span class="visually-hidden">{name}</span>
        <span class={css.seen} aria-hidden>
          {children}
        </span>
      </a>
      {tip !== null && (
        <div class={classes(css.tip, isLate && css.late, isLow && css.low)} aria-hidden>
          {tip}
        </div>
      )}
    </div>
  );
}
