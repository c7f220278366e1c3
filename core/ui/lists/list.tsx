import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';
import css from './list.module.css';

export function List({ label, children }: { readonly label?: string; readonly children: ComponentChildren }) {
  return (
    <ul class={css.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface ListItemProps {
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly icon?: IconName;
  /** At the end of the row: a figure, a mark, a button. */
  readonly end?: ComponentChildren;
  readonly href?: string;
}

/** The whole row leads where its title does. */
export function ListItem({ title, note, icon, end, href }: ListItemProps) {
  return (
    <li class={css.item}>
      {icon !== undefined && <Icon name={icon} />}
      <div class={css.text}>
        {href === undefined ? (
          <span>{title}</span>
        ) : (
          <a href={href} class={css.link}>
            {title}
          </a>
        )}
        {note !== undefined && <span class={css.note}>{note}</span>}
      </div>
      {end !== undefined && <div class={css.end}>{end}</div>}
      {href !== undefined && end === undefined && <Icon name="chevronEnd" directional />}
    </li>
  );
}
