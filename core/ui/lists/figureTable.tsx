import type { ComponentChildren } from 'preact';
import css from './figureTable.module.css';

interface FigureTableProps {
  /** What it is called where it may be wider than its screen: a finger scrolls it then, and keys do once it has the focus. */
  readonly scrollsAs?: string;
  readonly children: ComponentChildren;
}

/** A few lines of figures: what each is of begins its line, and the figures of a column end below one another. */
export function FigureTable({ scrollsAs, children }: FigureTableProps) {
  const table = <table class={css.table}>{children}</table>;
  if (scrollsAs === undefined) return table;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever has keys alone would never see its end
    <div class={css.scroller} tabIndex={0} role="group" aria-label={scrollsAs}>
      {table}
    </div>
  );
}
