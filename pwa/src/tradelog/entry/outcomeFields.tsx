import { DayField, MoneyField, Switch } from '@taffrail/ui';
import { entry as words } from '../../words/index.ts';
import { WhenField } from '../form/whenField.tsx';
import css from './entry.module.css';
import type { Entry } from './useEntry.ts';

/** What only a fill has. */
export function FillTerms({ entry: { draft, account, now, errorAt, change } }: { readonly entry: Entry }) {
  return (
    <>
      <MoneyField
        label={words.fees}
        optional
        currency={account?.currency ?? ''}
        value={draft.fees}
        error={errorAt('fees')}
        onChange={(fees) => change({ fees })}
      />
      <WhenField
        label={words.filledAt}
        value={draft.occurred_at}
        now={now}
        account={account}
        error={errorAt('occurred_at')}
        onChange={(occurred_at) => change({ occurred_at })}
      />
    </>
  );
}

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
