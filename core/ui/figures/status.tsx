import { classes } from '../classes.ts';
import { usePartWords } from '../setting/setting.tsx';
import css from './status.module.css';

export type PositionStatus = 'planned' | 'open' | 'closed';

/** Told apart by shape as well: an empty ring, a full one, a tick. */
export function Status({ status }: { readonly status: PositionStatus }) {
  const words = usePartWords();
  return (
    <span class={classes(css.status, css[status])}>
      <svg viewBox="0 0 12 12" class={css.mark} aria-hidden>
        {status === 'closed' ? <path d="M2.5 6.5l2.5 2.5L9.5 3.5" /> : <circle cx="6" cy="6" r="4" />}
      </svg>
      {words.status[status]}
    </span>
  );
}
