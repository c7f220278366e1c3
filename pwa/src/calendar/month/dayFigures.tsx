import type { CalendarDay } from '@taffrail/domain/discipline';
import type { Day } from '@taffrail/domain/kernel';
import { Amount, Badge, classes, Icon, useFormats } from '@taffrail/ui';
import { calendar as words } from '../../words/index.ts';
import css from './month.module.css';

interface DayFiguresProps {
  readonly day: Day;
  readonly known: CalendarDay | undefined;
  readonly currency: string;
  readonly isBrief: boolean;
}

/** What a day made, from how many trades, and how many rules it broke. */
export function DayFigures({ day, known, currency, isBrief }: DayFiguresProps) {
  const formats = useFormats();
  const broken = known?.breaches.length ?? 0;
  return (
    <span class={classes(css.day, known === undefined && css.quiet, broken > 0 && css.broken)}>
      <span class={css.head}>
        <span class={css.number}>{Number(day.slice(8))}</span>
        {broken > 0 && <Broken count={broken} isBrief={isBrief} />}
      </span>
      {known !== undefined && (
        <>
          {known.trades > 0 && (
            <span class={css.net}>
              <Amount value={known.net_pnl[0]?.amount} currency={currency} result brief={isBrief} note={words.noNet} />
            </span>
          )}
          <span class={css.count}>{countOf(known, isBrief, formats)}</span>
        </>
      )}
    </span>
  );
}

function Broken({ count, isBrief }: { readonly count: number; readonly isBrief: boolean }) {
  const formats = useFormats();
  if (!isBrief) return <Badge tone="breach">{formats.count(count)}</Badge>;
  return (
    <span class={css.mark}>
      <Icon name="breach" />
    </span>
  );
}

function countOf({ trades, opened }: CalendarDay, isBrief: boolean, formats: ReturnType<typeof useFormats>): string {
  if (trades > 0) return isBrief ? formats.count(trades) : words.tradeCount(trades, formats.count(trades));
  return opened === 0 || isBrief ? '' : words.openedCount(opened, formats.count(opened));
}
