import { shapes } from './shapes.ts';
import { classes } from '../classes.ts';
import css from './icon.module.css';

export type IconName = keyof typeof shapes;

interface IconProps {
  readonly name: IconName;
  /** Given where the icon stands without words; otherwise it is decoration and is not read out. */
  readonly label?: string;
  /** Points the other way where text runs from right to left. */
  readonly directional?: boolean;
}

export function Icon({ name, label, directional = false }: IconProps) {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class={classes(css.icon, directional && css.directional)} viewBox="0 0 20 20" {...spoken}>
      {shapes[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
