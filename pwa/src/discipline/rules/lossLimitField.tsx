import { MoneyField, NumberField, SegmentedControl } from '@taffrail/ui';
import { rules as words } from '../../words/index.ts';
import type { ErrorAt } from './errorAt.ts';
import type { LossDraft } from './rulesDraft.ts';
import css from './rules.module.css';

interface LossLimitFieldProps {
  readonly label: string;
  /** What a percentage is of: of each account, or of the one that this is about. */
  readonly of: keyof typeof words.lossPercent;
  readonly limit: LossDraft;
  /** Where the rules have it. */
  readonly at: string;
  readonly errorAt: ErrorAt;
  readonly onChange: (limit: LossDraft) => void;
}

const kinds = (['none', 'money', 'percent'] as const).map((value) => ({ value, label: words.lossKinds[value] }));

/** So much money, so many percent, or nothing that limits it. */
export function LossLimitField({ label, of, limit, at, errorAt, onChange }: LossLimitFieldProps) {
  const { kind, currency, amount, pct } = limit;
  return (
    <div class={css.loss}>
      <SegmentedControl
        label={label}
        value={kind}
        choices={kinds}
        error={errorAt(at)}
        onChange={(chosen) => onChange({ ...limit, kind: chosen })}
      />
      {kind === 'money' && (
        <MoneyField
          label={words.lossAmount}
          currency={currency}
          value={amount}
          error={errorAt(`${at}.amount`)}
          onChange={(given) => onChange({ ...limit, amount: given })}
        />
      )}
      {kind === 'percent' && (
        <NumberField
          label={words.lossPercent[of]}
          value={pct}
          error={errorAt(`${at}.pct`)}
          onChange={(given) => onChange({ ...limit, pct: given })}
        />
      )}
    </div>
  );
}
