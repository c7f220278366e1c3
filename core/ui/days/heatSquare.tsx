import css from './heatSquare.module.css';

interface HeatSquareProps {
  /** From -4 to 4; left out where there is no result. */
  readonly heat?: number | undefined;
  /** A rule was broken. */
  readonly isMarked?: boolean;
}

/** How a day went, in the colours of money. A loss carries a bar and a breach a dot, so that neither is a colour alone. */
export function HeatSquare({ heat, isMarked = false }: HeatSquareProps) {
  return <span class={css.square} data-heat={heat} data-marked={isMarked || undefined} aria-hidden />;
}
