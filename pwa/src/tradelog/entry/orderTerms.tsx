import { DayField, Switch } from '@taffrail/ui';
import { entry as words } from '../../words/index.ts';
import css from './entry.module.css';
import type { Entry } from './useEntry.ts';

/** What only an order has. */
export function OrderTerms({ entry: { draft, errorAt, change } }: { readonly entry: Entry }) {
  return (
    <div class={css.terms}>
      <Switch label={words.market} on={draft.is_market} onChange={(is_market) => change({ is_market })} />
      <DayField
        label={words.goodUntil}
        optional
        value={draft.good_until}
        error={errorAt('good_until')}
        onChange={(good_until) => change({ good_until })}
      />
    </div>
  );
}
