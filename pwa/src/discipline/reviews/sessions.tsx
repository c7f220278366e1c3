import type { MeasuredSession } from '@taffrail/domain/discipline';
import type { Day } from '@taffrail/domain/kernel';
import { Amount, type Formats, List, ListItem, Tooltip, useFormats, useIsPhone, FigureTable } from '@taffrail/ui';
import { link } from '../../routes/index.ts';
import { reviews as words } from '../../words/index.ts';
import css from './reviews.module.css';

/** The days of a week in figures, as they were measured: one line for each day and currency. */
export function Sessions({ sessions }: SessionsProps) {
  const isPhone = useIsPhone();
  if (sessions.length === 0) return <p class={css.muted}>{words.noSessions}</p>;
  return isPhone ? <SessionList sessions={sessions} /> : <SessionTable sessions={sessions} />;
}

interface SessionsProps {
  readonly sessions: readonly MeasuredSession[];
}

/** Seven columns are wider than a phone, so a day says there what a table would say in its headings. */
function SessionList({ sessions }: SessionsProps) {
  const formats = useFormats();
  return (
    <List label={words.sessions}>
      {sessions.map(({ id, metrics }) => (
        <ListItem
          key={id}
          title={dayOf(metrics.session_date, formats)}
          href={link('day', { day: metrics.session_date })}
          note={noteOf(metrics, formats)}
          end={<Amount value={metrics.total_pnl} currency={metrics.currency} withCurrency result />}
        />
      ))}
    </List>
  );
}

const dayOf = (day: Day, formats: Formats): string => `${formats.weekday(day)} ${formats.dayInYear(day)}`;

function noteOf(metrics: MeasuredSession['metrics'], formats: Formats): string {
  const { trades_executed, total_wins, total_losses, win_rate, average_rr, circuit_breaker_trips } = metrics;
  const parts = [
    words.openedOf(formats.count(trades_executed)),
    win_rate !== null && words.outcomes(formats.count(total_wins), formats.count(total_losses), formats.share(win_rate)),
    average_rr !== null && words.rewardToRiskOf(formats.ratio(average_rr)),
    circuit_breaker_trips > 0 && words.dayRulesOf(circuit_breaker_trips, formats.count(circuit_breaker_trips)),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

function SessionTable({ sessions }: SessionsProps) {
  const formats = useFormats();
  return (
    <FigureTable scrollsAs={words.sessions}>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.net}</th>
          <th scope="col">{words.opened}</th>
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
              <a href={link('day', { day: metrics.session_date })}>{dayOf(metrics.session_date, formats)}</a>
            </th>
            <td>
              <Amount value={metrics.total_pnl} currency={metrics.currency} withCurrency result />
            </td>
            <td>{formats.count(metrics.trades_executed)}</td>
            <td>{words.counts(formats.count(metrics.total_wins), formats.count(metrics.total_losses))}</td>
            <td>{metrics.win_rate === null ? words.dash : formats.share(metrics.win_rate)}</td>
            <td>{metrics.average_rr === null ? words.dash : formats.ratio(metrics.average_rr)}</td>
            <td>{formats.count(metrics.circuit_breaker_trips)}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
