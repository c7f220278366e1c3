import type { Day } from '@taffrail/domain/kernel';
import { Amount, Icon, useFormats } from '@taffrail/ui';
import { calendar as words } from '../words/index.ts';
import css from './calendar.module.css';
import { reasonsOf } from './told.ts';
import type { Shown } from './useCalendar.ts';

interface DayTipProps {
  readonly day: Day;
  readonly shown: Shown;
  readonly withFigures?: boolean;
}

/** More about a day than its place on the calendar has room for. */
export function DayTip({ day, shown, withFigures = false }: DayTipProps) {
  const formats = useFormats();
  const known = shown.dayOf(day);
  const [net] = known?.net_pnl ?? [];
  return (
    <>
      <strong>{formats.longDay(day)}</strong>
      {withFigures && known !== undefined && (
        <span class={css.tipFigures}>
          <Amount value={net?.amount} currency={shown.whose.currency} withCurrency result note={words.noNet} />
          <span class={css.muted}>{words.tradeCount(known.trades, formats.count(known.trades))}</span>
        </span>
      )}
      {known !== undefined &&
        reasonsOf(known, shown, formats).map((reason) => (
          <span key={reason} class={css.reason}>
            <Icon name="breach" />
            <span>{reason}</span>
          </span>
        ))}
    </>
  );
}
