import type { DecimalText } from '@taffrail/domain/kernel';
import { type AdvancementCriteria, type DowngradeTriggers, type Phase, phaseAfter, phaseBefore, phaseNames } from '@taffrail/domain/phases';
import { Card, FieldGroup, MoneyField, NumberField } from '@taffrail/ui';
import { phaseSettings as words } from '../../words/index.ts';
import type { ErrorAt } from './errorAt.ts';
import type { PhaseDraft } from './settingsDraft.ts';
import css from './settings.module.css';

interface PhaseCardProps {
  readonly phase: Phase;
  readonly draft: PhaseDraft;
  readonly currency: string;
  readonly errorAt: ErrorAt;
  readonly change: (part: Partial<PhaseDraft>) => void;
}

const criteria = {
  min_sessions: words.sessions,
  min_profitable_sessions: words.profitableSessions,
  min_trades: words.trades,
  min_win_rate: words.winRate,
  min_avg_rr: words.avgRr,
  max_drawdown_pct: words.drawdown,
} satisfies { readonly [Key in keyof AdvancementCriteria]: string };

const triggers = {
  consecutive_losses: words.losses,
  rolling_win_rate_min: words.rollingWinRate,
  max_daily_loss_pct: words.dailyLoss,
} satisfies { readonly [Key in keyof DowngradeTriggers]: string };

/** What a phase allows, what leads on from it and what leads back. The first has nothing before it, the last nothing after. */
export function PhaseCard({ phase, draft, currency, errorAt, change }: PhaseCardProps) {
  const at = (path: string) => errorAt(`${phase}.${path}`);
  return (
    <Card title={phaseNames[phase]}>
      <div class={css.groups}>
        <div class={css.fields}>
          <MoneyField
            label={words.sizeLeast}
            currency={currency}
            value={draft.least}
            error={at('position_size_min')}
            onChange={(least) => change({ least })}
          />
          <MoneyField
            label={words.sizeMost}
            currency={currency}
            value={draft.most}
            error={at('position_size_max')}
            onChange={(most) => change({ most })}
          />
          <NumberField
            label={words.tradesADay}
            hint={words.tradesHint}
            value={draft.trades}
            error={at('max_trades_per_day')}
            onChange={(trades) => change({ trades })}
          />
        </div>
        {phaseAfter(phase) !== null && (
          <Figures
            label={words.leadsOn}
            hint={words.leadsOnEmpty}
            names={criteria}
            figures={draft.criteria}
            error={at('advancement_criteria')}
            errorAt={(key) => at(`advancement_criteria.${key}`)}
            onChange={(part) => change({ criteria: { ...draft.criteria, ...part } })}
          />
        )}
        {phaseBefore(phase) !== null && (
          <Figures
            label={words.leadsBack}
            hint={words.leadsBackEmpty}
            names={triggers}
            figures={draft.triggers}
            error={at('downgrade_triggers')}
            errorAt={(key) => at(`downgrade_triggers.${key}`)}
            onChange={(part) => change({ triggers: { ...draft.triggers, ...part } })}
          />
        )}
      </div>
    </Card>
  );
}

interface FiguresProps<Key extends string> {
  readonly label: string;
  readonly hint: string;
  readonly names: { readonly [K in Key]: string };
  readonly figures: { readonly [K in Key]: DecimalText | undefined };
  readonly error: string | undefined;
  readonly errorAt: (key: Key) => string | undefined;
  readonly onChange: (part: { readonly [key: string]: DecimalText | undefined }) => void;
}

function Figures<Key extends string>({ label, hint, names, figures, error, errorAt, onChange }: FiguresProps<Key>) {
  return (
    <FieldGroup label={label} hint={hint} error={error}>
      <div class={css.fields}>
        {(Object.keys(names) as Key[]).map((key) => (
          <NumberField
            key={key}
            label={names[key]}
            value={figures[key]}
            error={errorAt(key)}
            onChange={(figure) => onChange({ [key]: figure })}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
