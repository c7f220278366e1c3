import type { ComponentChildren } from 'preact';
import { classes } from '../classes.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import css from './placeholder.module.css';

interface PlaceholderProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** Nothing here: on first use what this is and how to begin, later that nothing matches and how to see more. */
export function EmptyState({ icon, ...rest }: PlaceholderProps & { readonly icon: IconName }) {
  return <Placeholder {...rest} icon={icon} />;
}

/** What went wrong, why, and what to do about it. */
export function ErrorState(props: PlaceholderProps) {
  return <Placeholder {...props} icon="breach" tone={css.error} role="alert" />;
}

/** What cannot be shown without the network; all else goes on. */
export function OfflineState(props: PlaceholderProps) {
  return <Placeholder {...props} icon="offline" />;
}

interface Drawn extends PlaceholderProps {
  readonly icon: IconName;
  readonly tone?: string | undefined;
  readonly role?: 'alert';
}

function Placeholder({ icon, title, children, actions, tone, role }: Drawn) {
  return (
    <div class={classes(css.placeholder, tone)} role={role}>
      <Icon name={icon} />
      <h2 class={css.title}>{title}</h2>
      {children !== undefined && <div class={css.text}>{children}</div>}
      {actions && <div class={css.actions}>{actions}</div>}
    </div>
  );
}
