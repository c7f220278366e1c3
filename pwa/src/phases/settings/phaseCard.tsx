import type { DecimalText } from '@taffrail/domain/kernel';
import { type AdvancementCriteria, type DowngradeTriggers, type Phase, phaseAfter, phaseBefore, phaseNames } from '@taffrail/domain/phases';
import { Card, MoneyField, NumberField } from '@taffrail/ui';
import { useId } from 'preact/hooks';
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

const hints: { readonly [key: string]: string } = { rolling_win_rate_min: words.rollingHint };

/** Typed in percent and kept as a fraction of 1, which the sentence of a refusal would speak of. */
const isShare = (key: string): boolean => key === 'min_win_rate' || key === 'rolling_win_rate_min';

/** What a phase allows, what leads on from it and what leads back. The first has nothing before it, the last nothing after. */
export function PhaseCard({ phase, draft, currency, errorAt, change }: PhaseCardProps) {
  const [before, after] = [phaseBefore(phase), phaseAfter(phase)];
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
        {after !== null && (
          <Figures
            title={words.leadsOn(phaseNames[after])}
            hint={words.leadsOnEmpty}
            names={criteria}
            figures={draft.criteria}
            errorAt={(key) => at(`advancement_criteria.${key}`)}
            onChange={(part) => change({ criteria: { ...draft.criteria, ...part } })}
          />
        )}
        {before !== null && (
          <Figures
            title={words.leadsBack(phaseNames[before])}
            hint={words.leadsBackEmpty}
            names={triggers}
            figures={draft.triggers}
            errorAt={(key) => at(`downgrade_triggers.${key}`)}
            onChange={(part) => change({ triggers: { ...draft.triggers, ...part } })}
          />
        )}
      </div>
    </Card>
  );
}

interface FiguresProps<Key extends string> {
  readonly title: string;
  readonly hint: string;
  readonly names: { readonly [K in Key]: string };
  readonly figures: { readonly [K in Key]: DecimalText | undefined };
  readonly errorAt: (key: Key) => string | undefined;
  readonly onChange: (part: { readonly [key: string]: DecimalText | undefined }) => void;
}

function Figures<Key extends string>({ title, hint, names, figures, errorAt, onChange }: FiguresProps<Key>) {
  const id = useId();
  return (
    <section class={css.group} aria-labelledby={id}>
      <h3 id={id} class={css.groupTitle}>
        {title}
      </h3>
      <div class={css.fields}>
        {(Object.keys(names) as Key[]).map((key) => (
          <NumberField
            key={key}
            label={names[key]}
            value={figures[key]}
            hint={hints[key]}
            error={isShare(key) ? errorAt(key) && words.notAShare : errorAt(key)}
            onChange={(figure) => onChange({ [key]: figure })}
          />
        ))}
      </div>
      <p class={css.muted}>{hint}</p>
    </section>
  );
}
