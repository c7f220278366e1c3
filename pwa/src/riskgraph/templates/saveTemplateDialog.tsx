import { asJson, calendarDayOf } from '@taffrail/domain/kernel';
import { legsRelativeTo, type MarketView, type Strategy } from '@taffrail/domain/riskgraph';
import { NumberField, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { FormDialog, toast, useReplica } from '../../app/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import { nextId, refusalOf } from '../does.ts';
import { nameOf } from '../names.ts';

interface SaveTemplateDialogProps {
  readonly strategy: Strategy;
  readonly view: MarketView;
  readonly onClose: () => void;
}

export function SaveTemplateDialog({ strategy, view, onClose }: SaveTemplateDialogProps) {
  const replica = useReplica();
  const [name, setName] = useState(nameOf(strategy));
  const [centre, setCentre] = useState<string | undefined>(view.spot);

  async function save() {
    const { symbol, underlying, legs, debit } = strategy;
    const at = { day: calendarDayOf(replica.now(), 'America/New_York'), at_the_money: centre ?? view.spot };
    const payload = asJson({ name, symbol, underlying, legs: legsRelativeTo(legs, at), debit_estimate: debit });
    const refusal = await refusalOf(replica, { type: 'SaveTemplate', aggregate_id: nextId(replica), payload });
    if (refusal === undefined) toast({ text: words.templateSaved(name) });
    return refusal;
  }

  return (
    <FormDialog
      title={words.asTemplate}
      submit={words.save}
      canSubmit={name.trim() !== '' && centre !== undefined}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField label={words.templateName} value={name} onChange={setName} />
      <NumberField label={words.centre} value={centre} onChange={setCentre} />
    </FormDialog>
  );
}
