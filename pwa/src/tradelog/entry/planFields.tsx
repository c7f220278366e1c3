import { MoneyField, NumberField, TextArea } from '@taffrail/ui';
import { entry as words } from '../../words/index.ts';
import type { ErrorAt } from '../form/formDialog.tsx';
import css from './entry.module.css';

export interface PlanDraft {
  readonly entry: string | undefined;
  readonly stop: string | undefined;
  readonly target: string | undefined;
  readonly risk: string | undefined;
  readonly thesis: string;
}

interface PlanFieldsProps {
  readonly plan: PlanDraft;
  readonly currency: string;
  /** A single leg that is planned has its price with its quantity. */
  readonly withEntry: boolean;
  readonly errorAt: ErrorAt;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}

/** Where to get out, and what it may cost. All of it can stay empty. */
export function PlanFields({ plan, currency, withEntry, errorAt, onChange }: PlanFieldsProps) {
  return (
    <>
      <div class={css.terms}>
        {withEntry && (
          <NumberField
            label={words.entry}
            optional
            value={plan.entry}
            error={errorAt('entry') ?? errorAt('limit_price')}
            onChange={(entry) => onChange({ entry })}
          />
        )}
        <NumberField label={words.stop} optional value={plan.stop} error={errorAt('stop')} onChange={(stop) => onChange({ stop })} />
        <NumberField
          label={words.target}
          optional
          value={plan.target}
          error={errorAt('target')}
          onChange={(target) => onChange({ target })}
        />
        <MoneyField
          label={words.risk}
          optional
          currency={currency}
          value={plan.risk}
          error={errorAt('risk')}
          onChange={(risk) => onChange({ risk })}
        />
      </div>
      <TextArea
        label={words.thesis}
        optional
        rows={2}
        value={plan.thesis}
        error={errorAt('thesis')}
        onChange={(thesis) => onChange({ thesis })}
      />
    </>
  );
}
