import { FieldGroup, NumberField, Section } from '@taffrail/ui';
import { rules as words } from '../../words/index.ts';
import { LossLimitField } from './lossLimitField.tsx';
import type { PartProps } from './partProps.ts';
import css from './rules.module.css';

/** How much may go wrong before it is time to stop. */
export function LimitsPart({ draft, errorAt, change }: PartProps) {
  return (
    <Section title={words.losses}>
      <div class={css.part}>
        <FieldGroup label={words.inRow}>
          <div class={css.trio}>
            <NumberField
              label={words.lossesInRow}
              value={draft.lossesInRow}
              error={errorAt('max_losses_row_day')}
              onChange={(lossesInRow) => change({ lossesInRow })}
            />
            <NumberField
              label={words.losingDays}
              value={draft.losingDays}
              error={errorAt('max_losing_days_streak_week')}
              onChange={(losingDays) => change({ losingDays })}
            />
            <NumberField
              label={words.losingWeeks}
              value={draft.losingWeeks}
              error={errorAt('max_losing_weeks_streak_month')}
              onChange={(losingWeeks) => change({ losingWeeks })}
            />
          </div>
        </FieldGroup>
        <LossLimitField
          label={words.dayLoss}
          of="each"
          limit={draft.dayLoss}
          at="max_loss_per_day"
          errorAt={errorAt}
          onChange={(dayLoss) => change({ dayLoss })}
        />
      </div>
    </Section>
  );
}
