import { asJson, type DecimalText } from '@taffrail/domain/kernel';
import { NumberField, SegmentedControl } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { toast, useReplica } from '../../app/index.ts';
import { entry, position as words } from '../../words/index.ts';
import { feesIn, momentIn } from '../form/fillTerms.ts';
import { FillTermsFields, useFillTerms } from '../form/fillTermsFields.tsx';
import { FormDialog } from '../form/formDialog.tsx';
import { nextId, refusalOf } from '../standing.ts';
import type { ShownPosition } from './usePosition.ts';

interface TransferProps {
  readonly shown: ShownPosition;
  readonly leg: ShownPosition['view']['legs'][number];
  readonly onClose: () => void;
}

const sides = (['long', 'short'] as const).map((value) => ({ value, label: words.holding[value] }));

/** Something held elsewhere is now held here. What it cost may not be known; then its result is not either. */
export function TransferInDialog({ shown, leg, onClose }: TransferProps) {
  const replica = useReplica();
  const [side, setSide] = useState<'long' | 'short'>('long');
  const [quantity, setQuantity] = useState<DecimalText>();
  const [price, setPrice] = useState<DecimalText>();
  const [terms, setTerms] = useFillTerms();

  async function transfer() {
    const payload = { fill_id: nextId(replica), leg_id: leg.id, side, quantity, price: price ?? null, ...feesIn(terms) };
    const refusal = await refusalOf(replica, {
      type: 'TransferIn',
      aggregate_id: shown.state.id,
      payload: asJson(payload),
      ...momentIn(terms),
    });
    if (refusal === undefined) toast({ text: words.movedIn });
    return refusal;
  }

  return (
    <FormDialog title={words.transferIn} submit={words.record} canSubmit={quantity !== undefined} onSubmit={transfer} onClose={onClose}>
      {(errorAt) => (
        <>
          <SegmentedControl label={entry.side} value={side} choices={sides} onChange={setSide} />
          <NumberField label={entry.quantity} value={quantity} autoFocus error={errorAt('quantity')} onChange={setQuantity} />
          <NumberField label={words.cost} hint={words.costHint} optional value={price} error={errorAt('price')} onChange={setPrice} />
          <FillTermsFields when={words.when} terms={terms} now={shown.now} account={shown.account} errorAt={errorAt} onChange={setTerms} />
        </>
      )}
    </FormDialog>
  );
}

/** What is held here is from now on held elsewhere. It leaves at what it cost. */
export function TransferOutDialog({ shown, leg, onClose }: TransferProps) {
  const replica = useReplica();
  const [quantity, setQuantity] = useState<DecimalText | undefined>(leg.held_quantity.replace('-', ''));
  const [terms, setTerms] = useFillTerms();

  async function transfer() {
    const payload = { fill_id: nextId(replica), leg_id: leg.id, quantity, ...feesIn(terms) };
    const refusal = await refusalOf(replica, {
      type: 'TransferOut',
      aggregate_id: shown.state.id,
      payload: asJson(payload),
      ...momentIn(terms),
    });
    if (refusal === undefined) toast({ text: words.movedOut });
    return refusal;
  }

  return (
    <FormDialog title={words.transferOut} submit={words.record} onSubmit={transfer} onClose={onClose}>
      {(errorAt) => (
        <>
          <NumberField label={entry.quantity} value={quantity} error={errorAt('quantity')} onChange={setQuantity} />
          <FillTermsFields when={words.when} terms={terms} now={shown.now} account={shown.account} errorAt={errorAt} onChange={setTerms} />
        </>
      )}
    </FormDialog>
  );
}
