import type { MeasuredSession } from '@taffrail/domain/discipline';
import { Amount, Tooltip, useFormats } from '@taffrail/ui';
import { link } from '../../routes/index.ts';
import { reviews as words } from '../../words/index.ts';
import css from './reviews.module.css';

/** The days of a week in figures, as they were measured: one line for each day and currency. */
export function Sessions({ sessions }: { readonly sessions: readonly MeasuredSession[] }) {
  const formats = useFormats();
  if (sessions.length === 0) return <p class={css.muted}>{words.noSessions}</p>;
  return (
    <div class={css.scroller}>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.net}</th>
            <th scope="col">{words.tradesHeading}</th>
            <th scope="col">{words.wonLost}</th>
            <th scope="col">{words.winRate}</th>
            <th scope="col">
              <Tooltip text={words.rewardToRiskMeaning}>{words.rewardToRisk}</Tooltip>
            </th>
            <th scope="col">
              <Tooltip text={words.dayRulesMeaning}>{words.dayRules}</Tooltip>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, metrics }) => (
            <tr key={id}>
              <th scope="row">
                <a href={link('day', { day: metrics.session_date })}>
                  {formats.weekday(metrics.session_date)} {formats.dayInYear(metrics.session_date)}
                </a>
              </th>
              <td>
                <Amount value={metrics.total_pnl} currency={metrics.currency} withCurrency result />
              </td>
              <td>{formats.count(metrics.trades_executed)}</td>
              <td>{words.counts(formats.count(metrics.total_wins), formats.count(metrics.total_losses))}</td>
              <td>{metrics.win_rate === null ? words.dash : formats.share(metrics.win_rate)}</td>
              <td>{metrics.average_rr === null ? words.dash : formats.quantity(metrics.average_rr)}</td>
              <td>{formats.count(metrics.circuit_breaker_trips)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
