import type { ComponentChildren } from 'preact';
import { classes } from '../classes.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import css from './timeline.module.css';

export interface TimelineEntry {
  readonly key: string;
  readonly icon: IconName;
  readonly time: ComponentChildren;
  readonly title: ComponentChildren;
  readonly body?: ComponentChildren;
  /** Corrected or voided since: kept in sight, no longer in force. */
  readonly undone?: boolean;
}

/** What happened, in order. */
export function Timeline({ label, entries }: { readonly label: string; readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} class={classes(css.entry, entry.undone === true && css.undone)}>
          <span class={css.mark}>
            <Icon name={entry.icon} />
          </span>
          <div class={css.content}>
            <div class={css.head}>
              <span class={css.title}>{entry.title}</span>
              <span class={css.time}>{entry.time}</span>
            </div>
            {entry.body !== undefined && <div class={css.body}>{entry.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
