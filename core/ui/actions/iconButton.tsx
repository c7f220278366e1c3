import type { ButtonHTMLAttributes } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';
import css from './iconButton.module.css';

type Native = Pick<
  ButtonHTMLAttributes,
  'onClick' | 'ref' | 'disabled' | 'id' | 'aria-expanded' | 'aria-controls' | 'aria-haspopup' | 'aria-pressed'
>;

interface IconButtonProps extends Native {
  readonly icon: IconName;
  /** What it does: read out, and shown when the pointer rests on it. */
  readonly label: string;
  readonly keys?: string;
  readonly directional?: boolean;
}

export function IconButton({ icon, label, keys, directional = false, ...native }: IconButtonProps) {
  return (
    <button {...native} type="button" class={css.iconButton} aria-label={label} aria-keyshortcuts={keys} title={label}>
      <Icon name={icon} directional={directional} />
    </button>
  );
}
