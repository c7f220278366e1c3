import { Amount, List, ListItem, useFormats } from '@taffrail/ui';
import { link } from '../../routes/index.ts';
import { calendar as words } from '../../words/index.ts';
import type { Shown } from '../useCalendar.ts';

/** The weeks of a month below it. */
export function WeekList({ shown: { calendar, whose } }: { readonly shown: Shown }) {
  const formats = useFormats();
  return (
    <List label={words.weeks}>
      {calendar.weeks.map(({ week, trades, net_pnl }) => (
        <ListItem
          key={week}
          title={words.weekName(String(Number(week.slice(6))))}
          note={words.tradeCount(trades, formats.count(trades))}
          href={link('review', { week })}
          end={trades > 0 && <Amount value={net_pnl[0]?.amount} currency={whose.currency} withCurrency result note={words.noNet} />}
        />
      ))}
    </List>
  );
}
