import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { classes } from '../classes.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import { usePartWords } from '../setting/setting.tsx';
import css from './button.module.css';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

type Native = Pick<
  ButtonHTMLAttributes,
  'onClick' | 'ref' | 'form' | 'name' | 'value' | 'autoFocus' | 'aria-expanded' | 'aria-controls' | 'aria-haspopup' | 'aria-describedby'
>;

export interface ButtonProps extends Native {
  readonly tone?: ButtonTone;
  readonly type?: 'button' | 'submit';
  readonly icon?: IconName;
  /** Keys that do the same, for assistive technology: the palette shows them to everybody. */
  readonly keys?: string;
  readonly disabled?: boolean;
  /** At work: it keeps its place and its focus, and does nothing when pressed again. */
  readonly busy?: boolean;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

export function Button({
  tone = 'secondary',
  type = 'button',
  icon,
  keys,
  disabled,
  busy = false,
  wide,
  children,
  onClick,
  ...native
}: ButtonProps) {
  const words = usePartWords();
  return (
    <button
      {...native}
      type={type}
      class={classes(css.button, css[tone], wide && css.wide)}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={keys}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span class={css.spinner} role="status" aria-label={words.working} /> : icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

interface LinkButtonProps {
  readonly href: string;
  readonly tone?: ButtonTone;
  readonly icon?: IconName;
  readonly wide?: boolean;
  /** As well as going there. */
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** Looks like a button and goes somewhere, so it can be opened beside this page as any link. */
export function LinkButton({ href, tone = 'secondary', icon, wide, onClick, children }: LinkButtonProps) {
  return (
    <a href={href} class={classes(css.button, css[tone], wide && css.wide)} onClick={onClick}>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}
