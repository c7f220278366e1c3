import { Card, Select, TimeField } from '@taffrail/ui';
import { phaseSettings as words } from '../../words/index.ts';
import type { ErrorAt } from './errorAt.ts';
import type { SettingsDraft } from './settingsDraft.ts';
import css from './settings.module.css';

interface GeneralPartProps {
  readonly draft: SettingsDraft;
  readonly errorAt: ErrorAt;
  readonly change: (part: Partial<SettingsDraft>) => void;
}

/** When a day begins, and in what its money is counted. */
export function GeneralPart({ draft, errorAt, change }: GeneralPartProps) {
  return (
    <Card title={words.general}>
      <div class={css.general}>
        <Select
          label={words.currency}
          hint={words.currencyHint}
          value={draft.currency}
          choices={choicesWith(draft.currency, Intl.supportedValuesOf('currency'))}
          error={errorAt('currency')}
          onChange={(currency) => change({ currency })}
        />
        <Select
          label={words.zone}
          value={draft.zone}
          choices={choicesWith(draft.zone, Intl.supportedValuesOf('timeZone'))}
          error={errorAt('zone')}
          onChange={(zone) => change({ zone })}
        />
        <TimeField
          label={words.sessionStart}
          hint={words.sessionHint}
          value={draft.sessionStart}
          error={errorAt('session_start')}
          onChange={(sessionStart) => change({ sessionStart })}
        />
      </div>
    </Card>
  );
}

/** What is chosen is there even where the browser does not know it. */
const choicesWith = (own: string, all: readonly string[]) => [...new Set([own, ...all])].map((value) => ({ value, label: value }));
