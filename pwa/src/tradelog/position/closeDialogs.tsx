import { decimal, isZero, type DecimalText, type Id, type Instant } from '@taffrail/domain/kernel';
import { MoneyField, NumberField, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { toast, useReplica } from '../../app/index.ts';
import { entry, position as words } from '../../words/index.ts';
import formCss from '../form/form.module.css';
import { FormDialog } from '../form/formDialog.tsx';
import { WhenField } from '../form/whenField.tsx';
import { contractName } from '../orders/describe.ts';
import { nextId, refusalOf } from '../standing.ts';
import { edit, takeBack } from './does.ts';
import type { ShownPosition } from './usePosition.ts';

interface CloseDialogProps {
  readonly shown: ShownPosition;
  readonly onClose: () => void;
}

/** Out of all of it, every open leg at its price. */
export function CloseDialog({ shown, onClose }: CloseDialogProps) {
  const replica = useReplica();
  const formats = useFormats();
  const open = shown.view.legs.filter(({ held_quantity }) => !isZero(decimal(held_quantity)));
  const [prices, setPrices] = useState<ReadonlyMap<Id, DecimalText | undefined>>(new Map());
  const [fees, setFees] = useState<DecimalText>();
  const [occurredAt, setOccurredAt] = useState<Instant>();

  async function close() {
    const fills = open.flatMap(({ id }, place) => {
      const price = prices.get(id);
      return price === undefined
        ? []
        : [{ fill_id: nextId(replica), leg_id: id, price, ...(place === 0 && fees !== undefined && { fees }) }];
    });
    const at = occurredAt === undefined ? {} : { occurred_at: occurredAt };
    const refusal = await refusalOf(replica, { ...edit(shown, 'ClosePosition', { fills }), ...at });
    if (refusal === undefined) {
      const ids = fills.map(({ fill_id }) => fill_id);
      toast({ text: words.isClosed(shown.state.symbol), onUndo: () => void takeBack(replica, shown.state.id, ids) });
    }
    return refusal;
  }

  return (
    <FormDialog title={words.closing(shown.state.symbol)} submit={words.closeIt} onSubmit={close} onClose={onClose}>
      {(errorAt) => (
        <>
          {open.map((leg, place) => (
            <NumberField
              key={leg.id}
              label={open.length === 1 ? entry.price : contractName(leg, formats)}
              hint={words.held(formats.quantity(leg.held_quantity))}
              value={prices.get(leg.id)}
              error={place === 0 ? errorAt('price') : undefined}
              onChange={(price) => setPrices(new Map(prices).set(leg.id, price))}
            />
          ))}
          <MoneyField
            label={entry.fees}
            optional
            currency={shown.account.currency}
            value={fees}
            error={errorAt('fees')}
            onChange={setFees}
          />
          <WhenField
            label={entry.filledAt}
            value={occurredAt}
            now={shown.now}
            account={shown.account}
            error={errorAt('occurred_at')}
            onChange={setOccurredAt}
          />
        </>
      )}
    </FormDialog>
  );
}

/** A plan that will not be traded. It cannot be taken back, so it is asked first. */
export function GiveUpDialog({ shown, onClose }: CloseDialogProps) {
  const replica = useReplica();
  async function giveUp() {
    const refusal = await refusalOf(replica, edit(shown, 'ClosePosition', {}));
    if (refusal === undefined) toast({ text: words.givenUp(shown.state.symbol) });
    return refusal;
  }
  return (
    <FormDialog danger title={words.giveUp} submit={words.giveUp} onSubmit={giveUp} onClose={onClose}>
      {() => <p class={formCss.note}>{words.giveUpMeaning}</p>}
    </FormDialog>
  );
}
