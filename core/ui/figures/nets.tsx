import type { DecimalText } from '@taffrail/domain/kernel';
import { Amount } from './amount.tsx';
import css from './figure.module.css';

interface NetsProps {
  readonly nets: readonly { readonly currency: string; readonly amount: DecimalText | null }[];
  /** Why there is none. */
  readonly note: string;
}

/** What was made or lost, a line for each currency. */
export function Nets({ nets, note }: NetsProps) {
  if (nets.length === 0) return <Amount value={null} currency="" note={note} />;
  return (
    <span class={css.nets}>
      {nets.map(({ currency, amount }) => (
        <Amount key={currency} value={amount} currency={currency} withCurrency result note={note} />
      ))}
    </span>
  );
}
