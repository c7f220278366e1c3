import { phaseBefore, phaseNames, ROLLING_TRADES, type Trigger } from '@taffrail/domain/phases';
import { Card, classes, Icon, useFormats } from '@taffrail/ui';
import type { PhaseStanding } from '../../conduct/index.ts';
import { link } from '../../routes/index.ts';
import { phases as words } from '../../words/index.ts';
import css from './criteria.module.css';
import { printed } from './printed.ts';

/** What leads back, and how far off each of it is. */
export function TriggersPart({ now: { standing } }: { readonly now: PhaseStanding }) {
  const before = phaseBefore(standing.current_phase);
  if (before === null || standing.triggers.length === 0) return null;
  return (
    <Card title={words.leadsBack(phaseNames[before])}>
      <p class={css.muted}>{words.leadsBackMeaning}</p>
      <ul class={css.list}>
        {standing.triggers.map((trigger) => (
          <TriggerItem key={trigger.key} trigger={trigger} trades={standing.evidence.trade_count} />
        ))}
      </ul>
    </Card>
  );
}

const limits = { consecutive_losses: words.at, rolling_win_rate_min: words.below, max_daily_loss_pct: words.above } as const;

function TriggerItem({ trigger, trades }: { readonly trigger: Trigger; readonly trades: number }) {
  const formats = useFormats();
  const { key, figure, limit } = trigger;
  const isWaiting = figure === null && key === 'rolling_win_rate_min';
  return (
    <li class={css.item}>
      <span class={css.name}>{words.triggers[key]}</span>
      <span class={css.figures}>
        <strong>{figure === null ? '–' : printed[key](figure, formats)}</strong>{' '}
        <span class={css.muted}>{limits[key](printed[key](limit, formats))}</span>
      </span>
      {figure === null && (
        <span class={css.muted}>
          {isWaiting ? (
            words.judgedFrom(formats.count(trades), formats.count(ROLLING_TRADES))
          ) : (
            <a href={link('rules')}>{words.sayHowLarge}</a>
          )}
        </span>
      )}
      <State trigger={trigger} />
    </li>
  );
}

function State({ trigger: { figure, near, fired } }: { readonly trigger: Trigger }) {
  if (figure === null) return null;
  const state = fired ? 'fired' : near ? 'near' : 'calm';
  return (
    <span class={classes(css.state, css.whole, state === 'fired' && css.fired, state === 'near' && css.near)}>
      <Icon name={state === 'calm' ? 'check' : state === 'near' ? 'warning' : 'breach'} />
      {words[state]}
    </span>
  );
}
