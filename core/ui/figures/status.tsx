import { classes } from '../classes.ts';
import { usePartWords } from '../setting/setting.tsx';
import type { PositionStatus } from './positionStatus.ts';
import css from './status.module.css';

const marks: { readonly [Status in PositionStatus]: string | undefined } = {
  planned: undefined,
  open: undefined,
  closed: 'M2.5 6.5l2.5 2.5L9.5 3.5',
  given_up: 'M3 3l6 6M9 3l-6 6',
};

/** Told apart by shape as well: an empty ring, a full one, a tick, a cross. */
export function Status({ status }: { readonly status: PositionStatus }) {
  const words = usePartWords();
  const mark = marks[status];
  return (
    <span class={classes(css.status, css[status])}>
      <svg viewBox="0 0 12 12" class={css.mark} aria-hidden>
        {mark === undefined ? <circle cx="6" cy="6" r="4" /> : <path d={mark} />}
      </svg>
      {words.status[status]}
    </span>
  );
}
