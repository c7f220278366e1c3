import { useState } from 'preact/hooks';
import { riskgraph as words } from '../../words/index.ts';
import { ticks } from './axis.ts';
import { readAt, type Ending } from './drawing.ts';
import css from './picture.module.css';
import { Results } from './results.tsx';

interface GraphTableProps {
  readonly ending: Ending;
  readonly onDay: Float64Array;
}

const ROWS = 20;

/** The picture for whoever cannot see it: both curves at round prices. It is written out once somebody opens it. */
export function GraphTable({ ending: { spots, results }, onDay }: GraphTableProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class={css.asTable} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.figures}</summary>
      {isOpen && (
        <Results
          label={words.figures}
          columns={[words.asThen, words.atExpiry]}
          rows={ticks(spots[0] ?? 0, spots.at(-1) ?? 0, ROWS).map((price) => ({
            price,
            results: [readAt(price, spots, onDay), readAt(price, spots, results)],
          }))}
        />
      )}
    </details>
  );
}
