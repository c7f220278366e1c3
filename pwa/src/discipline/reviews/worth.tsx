import type { Net, WeekReview } from '@taffrail/domain/discipline';
import { Amount, useFormats } from '@taffrail/ui';
import { reviews as words } from '../../words/index.ts';
import css from './reviews.module.css';

/** The question of the review, answered first: did the rules pay. */
export function Worth({ review: { kept, broken, breaches, overrides } }: { readonly review: WeekReview }) {
  return (
    <dl class={css.worth}>
      <Came label={words.kept} {...kept} />
      <Came label={words.broken} {...broken} />
      <Count label={words.breaches} count={breaches.length} />
      <Count label={words.overrides} count={overrides.length} />
    </dl>
  );
}

function Came({ label, trades, net_pnl }: { readonly label: string; readonly trades: number; readonly net_pnl: readonly Net[] }) {
  const formats = useFormats();
  return (
    <div>
      <dt>
        {label} · {words.trades(trades, formats.count(trades))}
      </dt>
      {net_pnl.length === 0 && (
        <dd class={css.figure}>
          <Amount value={null} currency="" note={words.unknown} large />
        </dd>
      )}
      {net_pnl.map(({ currency, amount }) => (
        <dd key={currency}>
          <Amount value={amount} currency={currency} withCurrency result large />
        </dd>
      ))}
    </div>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  const formats = useFormats();
  return (
    <div>
      <dt>{label}</dt>
      <dd class={css.figure}>{formats.count(count)}</dd>
    </div>
  );
}
