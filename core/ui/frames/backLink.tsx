import { Icon } from '../icons/icon.tsx';
import css from './backLink.module.css';

/** Above the title of a page: where it belongs. */
export function BackLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a href={href} class={css.back}>
      <Icon name="chevronStart" directional />
      {children}
    </a>
  );
}
