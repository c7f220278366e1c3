import type { ComponentChildren } from 'preact';
import css from './picture.module.css';

/** A table wider than a phone: a finger scrolls it, and keys do once it has the focus. */
export function Scrolled({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever has keys alone would never see its end
    <div class={css.scroll} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
