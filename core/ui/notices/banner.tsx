import type { ComponentChildren } from 'preact';
import { classes } from '../classes.ts';
import { IconButton } from '../actions/iconButton.tsx';
import { Icon } from '../icons/icon.tsx';
import { usePartWords } from '../setting/setting.tsx';
import css from './banner.module.css';

interface BannerProps {
  readonly tone?: 'info' | 'warning' | 'breach';
  readonly title?: string;
  /** One line: for what always holds and asks for nothing. */
  readonly brief?: boolean;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly onClose?: () => void;
}

/** Says something about the whole page, and stays until it no longer holds. */
export function Banner({ tone = 'info', title, brief = false, children, actions, onClose }: BannerProps) {
  const words = usePartWords();
  return (
    <div class={classes(css.banner, css[tone], brief && css.brief)} role={tone === 'breach' ? 'alert' : 'status'}>
      <Icon name={tone} />
      <div class={css.body}>
        <div class={css.text}>
          {title !== undefined && <strong class={css.title}>{title}</strong>}
          {children !== undefined && <div>{children}</div>}
        </div>
        {actions !== undefined && <div class={css.actions}>{actions}</div>}
      </div>
      {onClose !== undefined && <IconButton icon="close" label={words.close} onClick={onClose} />}
    </div>
  );
}
