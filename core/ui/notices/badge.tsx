import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import css from './badge.module.css';

interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'warning' | 'breach';
  readonly children: string | number;
}

/** A word or a number about the thing beside it. A warning and a breach also have their own shape. */
export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return (
    <span class={classes(css.badge, css[tone])}>
      {(tone === 'warning' || tone === 'breach') && <Icon name={tone} />}
      {children}
    </span>
  );
}
