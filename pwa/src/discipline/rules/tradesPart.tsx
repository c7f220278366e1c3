import { NumberField, Section, Switch } from '@taffrail/ui';
import { rules as words } from '../../words/index.ts';
import type { PartProps } from './partProps.ts';
import css from './rules.module.css';

/** As most begin with it. */
const USUAL_PAUSE = { after: '2', minutes: '60' };

/** How many, and when it is time for a pause. */
export function TradesPart({ draft, errorAt, change }: PartProps) {
  const { tradesPerDay, coolOff } = draft;
  return (
    <Section title={words.trades}>
      <div class={css.part}>
        <div class={css.pair}>
          <NumberField
            label={words.tradesPerDay}
            hint={words.tradesPerDayHint}
            optional
            value={tradesPerDay}
            error={errorAt('max_trades_per_day')}
            onChange={(given) => change({ tradesPerDay: given })}
          />
        </div>
        <Switch label={words.coolOff} on={coolOff !== undefined} onChange={(on) => change({ coolOff: on ? USUAL_PAUSE : undefined })} />
        {coolOff !== undefined && (
          <div class={css.pair}>
            <NumberField
              label={words.coolOffAfter}
              value={coolOff.after}
              error={errorAt('cool_off.after_losses')}
              onChange={(after) => change({ coolOff: { ...coolOff, after } })}
            />
            <NumberField
              label={words.coolOffMinutes}
              value={coolOff.minutes}
              error={errorAt('cool_off.minutes')}
              onChange={(minutes) => change({ coolOff: { ...coolOff, minutes } })}
            />
          </div>
        )}
      </div>
    </Section>
  );
}
