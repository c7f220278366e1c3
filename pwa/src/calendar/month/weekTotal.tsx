import type { Week } from '@taffrail/domain/discipline';
import { Amount, useFormats } from '@taffrail/ui';
import { link } from '../../routes/index.ts';
import { calendar as words } from '../../words/index.ts';
import type { Shown } from '../useCalendar.ts';
import css from './month.module.css';

/** What a week came to, as far as it lies in the month; it leads to the review of the whole week. */
export function WeekTotal({ week, shown: { calendar, whose } }: { readonly week: Week; readonly shown: Shown }) {
  const formats = useFormats();
  const totals = calendar.weeks.find((each) => each.week === week);
  const number = String(Number(week.slice(6)));
  return (
    <a href={link('review', { week })} class={css.week} aria-label={totals === undefined ? words.weekReview(number) : undefined}>
      <span class={css.weekName}>{words.weekName(number)}</span>
      {totals !== undefined && totals.trades > 0 && (
        <>
          <Amount value={totals.net_pnl[0]?.amount} currency={whose.currency} result note={words.noNet} />
          <span class={css.count}>{words.tradeCount(totals.trades, formats.count(totals.trades))}</span>
        </>
      )}
    </a>
  );
}
