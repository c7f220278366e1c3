import { Amount, useFormats } from '@taffrail/ui';
import { today as words } from '../words/index.ts';
import type { DayResult } from './glance.ts';
import css from './today.module.css';

interface ResultsProps {
  readonly results: readonly DayResult[];
  readonly open: number;
  readonly planned: number;
}

/** How the day stands. */
export function Results({ results, open, planned }: ResultsProps) {
  const formats = useFormats();
  return (
    <dl class={css.results}>
      {results.length === 0 && (
        <div class={css.result}>
          <dt>{words.closedToday}</dt>
          <dd class={css.figure}>{words.nothing}</dd>
        </div>
      )}
      {results.map(({ currency, count, net }) => (
        <div key={currency} class={css.result}>
          <dt>
            {words.closedToday} · {words.trades(count, formats.count(count))}
          </dt>
          <dd>
            <Amount value={net} currency={currency} withCurrency result large note={words.unknownPart} />
          </dd>
        </div>
      ))}
      <Count label={words.open} count={open} />
      <Count label={words.planned} count={planned} />
    </dl>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  const formats = useFormats();
  return (
    <div class={css.count}>
      <dt>{label}</dt>
      <dd class={css.figure}>{formats.count(count)}</dd>
    </div>
  );
}
