import { type Breach, concerns, type DatedTrade } from '@taffrail/domain/discipline';
import { calendarDayOf, type Instant } from '@taffrail/domain/kernel';
import { Amount, type Formats, List, ListItem, RMultiple, Skeleton, useFormats } from '@taffrail/ui';
import { useMemo } from 'preact/hooks';
import { useTradesSeen } from '../../conduct/index.ts';
import { link } from '../../routes/index.ts';
import { breaches as words } from '../../words/index.ts';
import css from './breaches.module.css';

/** The trades that broke the rule, as they stand now. */
export function BreachTrades({ breach }: { readonly breach: Breach }) {
  const trades = useTradesSeen();
  const own = useMemo(() => trades && tradesUnder(breach, trades), [breach, trades]);
  if (own === undefined) return <Skeleton shape="row" count={3} />;
  if (own.length === 0) return <p class={css.muted}>{words.noTrades}</p>;
  return (
    <List label={words.trades}>
      {own.map((trade) => (
        <TradeItem key={trade.position_id} trade={trade} />
      ))}
    </List>
  );
}

function tradesUnder(breach: Breach, trades: readonly DatedTrade[]): readonly DatedTrade[] {
  const own = trades.filter((trade) => concerns(breach, { trade, day: trade.closed_on ?? trade.opened_on }));
  return own.toSorted((a, b) => ((a.closed_at ?? a.opened_at) < (b.closed_at ?? b.opened_at) ? -1 : 1));
}

/** Of a trade that ended on the day it began on, the day is said once. */
function endOf(opened: Instant, closed: Instant, formats: Formats): string {
  const isSameDay = calendarDayOf(opened, formats.zone) === calendarDayOf(closed, formats.zone);
  return isSameDay ? formats.time(closed) : formats.dateTime(closed);
}

function TradeItem({ trade: { position_id, symbol, currency, opened_at, closed_at, net, r_multiple } }: { readonly trade: DatedTrade }) {
  const formats = useFormats();
  return (
    <ListItem
      title={symbol}
      note={words.between(formats.dateTime(opened_at), closed_at === null ? words.stillOpen : endOf(opened_at, closed_at, formats))}
      href={link('position', { id: position_id })}
      end={
        closed_at !== null && (
          <span class={css.result}>
            <Amount value={net} currency={currency} withCurrency result />
            {r_multiple !== null && <RMultiple value={r_multiple} />}
          </span>
        )
      }
    />
  );
}
