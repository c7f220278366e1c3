import { decimal, decimalText, sumOf, type Day } from '@taffrail/domain/kernel';
import type { PositionRow } from '@taffrail/replica';
import { Amount, RMultiple } from '@taffrail/ui';
import { useReplica } from '../../app/index.ts';
import { journal } from '../../words/index.ts';
import css from './day.module.css';

/** What the trades closed on a day came to, currency by currency: money of two currencies does not add up. A plan given up was no trade. */
export function DayResult({ day }: { readonly day: Day }) {
  const rows = useReplica().rows<PositionRow>('positions').value;
  const closed = [...(rows?.values() ?? [])].filter(
    ({ opened_day, closed_day, merged_into }) => opened_day !== null && closed_day === day && merged_into === null,
  );
  if (closed.length === 0) return null;
  const byCurrency = Map.groupBy(closed, ({ currency }) => currency);

  return (
    <dl class={css.result}>
      {[...byCurrency].map(([currency, positions]) => (
        <div key={currency} class={css.resultLine}>
          <dt>
            {journal.result} <span class={css.muted}>{journal.closedPositions(positions.length)}</span>
          </dt>
          <dd>
            <Amount value={sumKnown(positions.map(({ realised_net }) => realised_net))} currency={currency} withCurrency result large />
            <Multiple value={sumKnown(positions.map(({ r_multiple }) => r_multiple))} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Most trades say what they risked; a dash would only ask why another one did not. */
const Multiple = ({ value }: { readonly value: string | null }) => (value === null ? null : <RMultiple value={value} />);

/** Nothing where one of them is not known: the rest of a sum is no sum. */
function sumKnown(values: readonly (string | null)[]): string | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? decimalText(sumOf(known.map(decimal))) : null;
}
