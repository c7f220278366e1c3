import type { ComponentChildren } from 'preact';
import css from './definitionList.module.css';

interface DefinitionListProps {
  readonly items: readonly { readonly term: ComponentChildren; readonly value: ComponentChildren; readonly key: string }[];
}

/** Figures with their names, values lined up at the end. */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl>
      {items.map(({ key, term, value }) => (
        <div key={key} class={css.item}>
          <dt class={css.term}>{term}</dt>
          <dd class={css.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
