import { asJson, decimal, isZero, moneyText, signOf, type DecimalText } from '@taffrail/domain/kernel';
import type { Fill } from '@taffrail/domain/tradelog';
import { NumberField, SegmentedControl, Select, TextField, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { contractName, toast, useReplica } from '../../app/index.ts';
import { entry, position as words } from '../../words/index.ts';
import { lastPriceOf, usePriceDoubt } from '../form/farPrice.ts';
import { feesIn, momentIn } from '../form/fillTerms.ts';
import { FillTermsFields, useFillTerms } from '../form/fillTermsFields.tsx';
import formCss from '../form/form.module.css';
import { FormDialog } from '../form/formDialog.tsx';
import { type Side, sides, signed } from '../form/sidedQuantity.tsx';
import { nextId, refusalOf } from '../standing.ts';
import { edit, editNow, takeBack } from './does.ts';
import css from './position.module.css';
import type { ShownPosition } from './usePosition.ts';

type LegView = ShownPosition['view']['legs'][number];

interface RecordFillDialogProps {
  readonly shown: ShownPosition;
  readonly leg: LegView;
  readonly onClose: () => void;
}

/** A fill goes where it belongs by itself: what is traded after a position was closed, or beyond what it held, begins the next one. */
export function RecordFillDialog({ shown, leg: first, onClose }: RecordFillDialogProps) {
  const replica = useReplica();
  const formats = useFormats();
  const { legs } = shown.view;
  const [leg, setLeg] = useState(first);
  const [side, setSide] = useState(usualSide(first));
  const [size, setSize] = useState<DecimalText | undefined>(usualSize(first));
  const [price, setPrice] = useState<DecimalText>();
  const [terms, setTerms] = useFillTerms();
  const doubtOf = usePriceDoubt();

  async function record() {
    const doubt = doubtOf(price, lastPriceOf(shown.state.fills, leg));
    if (doubt !== undefined) return doubt;
    const quantity = signed(side, size);
    const next = { next_position_id: nextId(replica), next_leg_id: nextId(replica), next_fill_id: nextId(replica) };
    const fill_id = nextId(replica);
    const payload = { fill_id, leg_id: leg.id, price, quantity, ...feesIn(terms), ...next };
    const refusal = await refusalOf(replica, {
      type: 'RecordFill',
      aggregate_id: shown.state.id,
      payload: asJson(payload),
      ...momentIn(terms),
    });
    if (refusal === undefined)
      toast({ text: words.fillRecorded, onUndo: () => void takeBack(replica, shown.state.id, [fill_id, next.next_fill_id]) });
    return refusal;
  }

  return (
    <FormDialog
      title={words.recordFill}
      submit={words.record}
      canSubmit={price !== undefined && size !== undefined}
      onSubmit={record}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          {legs.length > 1 && (
            <Select
              label={words.leg}
              value={leg.id}
              choices={legs.map((one) => ({ value: one.id, label: contractName(one, formats) }))}
              onChange={(id) => setLeg(legs.find((one) => one.id === id) ?? leg)}
            />
          )}
          <SegmentedControl bare label={entry.side} value={side} choices={sides} onChange={setSide} />
          <div class={formCss.pair}>
            <NumberField label={entry.quantity} value={size} error={errorAt('quantity')} onChange={setSize} />
            <NumberField label={entry.price} value={price} autoFocus error={errorAt('price')} onChange={setPrice} />
          </div>
          <FillTermsFields terms={terms} now={shown.now} account={shown.account} errorAt={errorAt} onChange={setTerms} />
          {shown.state.status === 'closed' && <p class={css.muted}>{words.tradesOn}</p>}
        </>
      )}
    </FormDialog>
  );
}

/** Out of what is held; into what is planned. */
function usualSide({ held_quantity, quantity }: LegView): Side {
  const held = signOf(decimal(held_quantity));
  return held > 0 || (held === 0 && signOf(decimal(quantity)) < 0) ? 'sell' : 'buy';
}

function usualSize({ held_quantity, quantity }: LegView): DecimalText {
  return (isZero(decimal(held_quantity)) ? quantity : held_quantity).replace('-', '');
}

interface FillDialogProps {
  readonly shown: ShownPosition;
  readonly fill: Fill;
  readonly onClose: () => void;
}

/** What was written down wrongly is corrected with a reason; what it said before stays in the facts. */
export function CorrectFillDialog({ shown, fill, onClose }: FillDialogProps) {
  const replica = useReplica();
  const [price, setPrice] = useState<DecimalText | undefined>(fill.price ?? undefined);
  const [side, setSide] = useState<Side>(signOf(decimal(fill.quantity)) < 0 ? 'sell' : 'buy');
  const [size, setSize] = useState<DecimalText | undefined>(fill.quantity.replace('-', ''));
  const [terms, setTerms] = useFillTerms({ fees: moneyText(fill.fees), occurred_at: fill.occurred_at });
  const [reason, setReason] = useState('');
  const doubtOf = usePriceDoubt();
  const leg = shown.state.legs.find(({ id }) => id === fill.leg_id);

  async function correct() {
    const doubt = doubtOf(price, leg && lastPriceOf(shown.state.fills, leg, fill.id));
    if (doubt !== undefined) return doubt;
    const quantity = signed(side, size);
    const refusal = await refusalOf(
      replica,
      edit(shown, 'CorrectFill', { fill_id: fill.id, price, quantity, ...terms, reason: reason.trim() }),
    );
    if (refusal !== undefined) return refusal;
    const before = { price: fill.price ?? undefined, quantity: fill.quantity, fees: moneyText(fill.fees), occurred_at: fill.occurred_at };
    const back = { fill_id: fill.id, ...before, reason: words.takenBack };
    toast({ text: words.fillCorrected, onUndo: () => void editNow(replica, shown.state.id, 'CorrectFill', back) });
    return undefined;
  }

  return (
    <FormDialog
      title={words.correctFill}
      submit={words.correct}
      canSubmit={reason.trim() !== '' && size !== undefined}
      onSubmit={correct}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <SegmentedControl bare label={entry.side} value={side} choices={sides} onChange={setSide} />
          <div class={formCss.pair}>
            <NumberField label={entry.quantity} value={size} error={errorAt('quantity')} onChange={setSize} />
            <NumberField label={entry.price} value={price} error={errorAt('price')} onChange={setPrice} />
          </div>
          <FillTermsFields fees="required" terms={terms} now={shown.now} account={shown.account} errorAt={errorAt} onChange={setTerms} />
          <TextField label={words.reason} hint={words.reasonHint} value={reason} error={errorAt('reason')} onChange={setReason} />
        </>
      )}
    </FormDialog>
  );
}
