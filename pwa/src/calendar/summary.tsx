import { decimal, signOf } from '@taffrail/domain/kernel';
import { Amount, useFormats } from '@taffrail/ui';
import { link } from '../routes/index.ts';
import { calendar as words } from '../words/index.ts';
import css from './calendar.module.css';
import type { Shown } from './useCalendar.ts';

interface SummaryProps {
  readonly shown: Shown;
  /** The month or the year that is shown. */
  readonly time: string;
  readonly title: string;
}

/** What the days on the screen come to: first what was broken, then what was made. */
export function Summary({ shown: { calendar, breachCount, whose }, time, title }: SummaryProps) {
  const formats = useFormats();
  const { days, total } = calendar;
  const broken = days.filter(({ breaches }) => breaches.length > 0).length;
  const signs = days.flatMap(({ net_pnl: [net] }) => (net === undefined ? [] : [signOf(decimal(net.amount))]));
  const won = signs.filter((sign) => sign > 0).length;
  const lost = signs.filter((sign) => sign < 0).length;
  return (
    <>
      <p class="visually-hidden" role="status">
        {title}
      </p>
      <dl class={css.sum}>
        <div>
          <dt>{words.brokenDays}</dt>
          <dd class={css.figure}>
            {formats.count(broken)}
            {breachCount > 0 && (
              <a class={css.all} href={link('breaches', undefined, { month: time })}>
                {words.allBreaches(breachCount, formats.count(breachCount))}
              </a>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.net}</dt>
          <dd>
            <Amount value={total.net_pnl[0]?.amount ?? '0'} currency={whose.currency} withCurrency result large />
          </dd>
        </div>
        <div>
          <dt>{words.trades}</dt>
          <dd class={css.figure}>{formats.count(total.trades)}</dd>
        </div>
        <div>
          <dt>{words.days}</dt>
          <dd class={css.figure}>{words.daysWonLost(formats.count(won), formats.count(lost))}</dd>
        </div>
      </dl>
    </>
  );
}
