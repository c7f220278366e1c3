import { moneyText, type DecimalText, type Refusal } from '@taffrail/domain/kernel';
import type { Plan } from '@taffrail/domain/tradelog';
import { NumberField, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { toast, useReplica } from '../../app/index.ts';
import { position as words } from '../../words/index.ts';
import { PlanFields, type PlanDraft } from '../entry/planFields.tsx';
import { FormDialog } from '../form/formDialog.tsx';
import { refusalOf } from '../standing.ts';
import { edit, editNow } from './does.ts';
import css from './position.module.css';
import type { ShownPosition } from './usePosition.ts';

interface DialogProps {
  readonly shown: ShownPosition;
  readonly onClose: () => void;
}

/** A plan is replaced as a whole; what was at risk at entry stays what it was. */
export function PlanDialog({ shown, onClose }: DialogProps) {
  const replica = useReplica();
  const [plan, setPlan] = useState<PlanDraft>(draftOf(shown.state.plan));
  const save = (): Promise<Refusal | undefined> => refusalOf(replica, edit(shown, 'AdjustPosition', { plan: inputOf(plan) }));
  return (
    <FormDialog title={words.planTitle} submit={words.save} onSubmit={save} onClose={onClose}>
      {(errorAt) => (
        <>
          <PlanFields
            plan={plan}
            currency={shown.account.currency}
            withEntry
            errorAt={errorAt}
            onChange={(part) => setPlan({ ...plan, ...part })}
          />
          {shown.state.initial_risk !== null && <p class={css.muted}>{words.riskStays}</p>}
        </>
      )}
    </FormDialog>
  );
}

/** Trailing a stop, from any place in two keys. */
export function StopDialog({ shown, onClose }: DialogProps) {
  const replica = useReplica();
  const formats = useFormats();
  const before = shown.state.plan;
  const [stop, setStop] = useState<DecimalText | undefined>(before?.stop ?? undefined);

  async function save(): Promise<Refusal | undefined> {
    const refusal = await refusalOf(replica, edit(shown, 'AdjustPosition', { plan: { ...inputOf(draftOf(before)), stop } }));
    if (refusal !== undefined) return refusal;
    toast({
      text: words.stopMoved(stop === undefined ? '' : formats.price(stop)),
      onUndo: () => void editNow(replica, shown.state.id, 'AdjustPosition', { plan: before && inputOf(draftOf(before)) }),
    });
    return undefined;
  }

  return (
    <FormDialog title={words.moveStop} submit={words.moveStop} canSubmit={stop !== undefined} onSubmit={save} onClose={onClose}>
      {(errorAt) => (
        <>
          <NumberField label={words.stop} value={stop} error={errorAt('stop')} onChange={setStop} />
          <p class={css.muted}>{words.riskStays}</p>
        </>
      )}
    </FormDialog>
  );
}

function draftOf(plan: Plan | null): PlanDraft {
  return {
    entry: plan?.entry ?? undefined,
    stop: plan?.stop ?? undefined,
    target: plan?.target ?? undefined,
    risk: plan?.risk ? moneyText(plan.risk) : undefined,
    thesis: plan?.thesis ?? '',
  };
}

const inputOf = ({ thesis, ...prices }: PlanDraft) => ({ ...prices, thesis: thesis.trim() === '' ? null : thesis.trim() });
