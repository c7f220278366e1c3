import { calendarDayOf } from '@taffrail/domain/kernel';
import { NO_TRADE_LIMIT } from '@taffrail/domain/phases';
import { Amount, useFormats } from '@taffrail/ui';
import { whenText } from '@taffrail/face';
import { type PhaseStanding, useMinute } from '../../conduct/index.ts';
import { phases as words } from '../../words/index.ts';
import css from './figures.module.css';

/** What it comes to today. */
export function Figures({ now: { standing } }: { readonly now: PhaseStanding }) {
  const formats = useFormats();
  const minute = useMinute();
  const { position_size, currency, since, evidence, trade_limit_today } = standing;
  const { trades_executed, limit, next_allowed_trade } = trade_limit_today;
  const executed = formats.count(trades_executed);
  return (
    <div>
      <dl class={css.figures}>
        <div>
          <dt>{words.size}</dt>
          <dd>{position_size === '0' ? words.onPaper : <Amount value={position_size} currency={currency} withCurrency />}</dd>
        </div>
        <div>
          <dt>{words.tradesToday}</dt>
          <dd>
            {limit === NO_TRADE_LIMIT ? words.noLimit(executed) : words.ofLimit(executed, formats.count(limit))}
            {next_allowed_trade !== null && <small>{words.nextFrom(whenText(next_allowed_trade, minute, formats))}</small>}
          </dd>
        </div>
        <div>
          <dt>{words.since}</dt>
          <dd>{since === null ? words.fromTheFirst : formats.day(calendarDayOf(since, formats.zone))}</dd>
        </div>
        <div>
          <dt>{words.result}</dt>
          <dd>
            <Amount value={evidence.total_pnl} currency={currency} withCurrency result />
          </dd>
        </div>
      </dl>
      {evidence.other_currency_trades > 0 && <p class={css.note}>{words.otherCurrencies(evidence.other_currency_trades, currency)}</p>}
    </div>
  );
}
