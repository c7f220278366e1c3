import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './card.module.css';

interface CardProps {
  readonly title?: string;
  /** Beside the title. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One matter, set apart from its neighbours. */
export function Card({ title, actions, children }: CardProps) {
  const id = useId();
  return (
    <section class={css.card} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <header class={css.head}>
          <h2 id={id} class={css.title}>
            {title}
          </h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}

/** A part of a page under its own heading, without a frame. */
export function Section({ title, actions, children }: CardProps & { readonly title: string }) {
  const id = useId();
  return (
    <section class={css.section} aria-labelledby={id}>
      <header class={css.head}>
        <h2 id={id} class={css.title}>
          {title}
        </h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
