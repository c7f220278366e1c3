import { decimal, isZero } from '@taffrail/domain/kernel';
import { useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { contractName, toast, useReplica } from '../../app/index.ts';
import { position as words } from '../../words/index.ts';
import { momentIn, withFees } from '../form/fillTerms.ts';
import { FillTermsFields, useFillTerms } from '../form/fillTermsFields.tsx';
import formCss from '../form/form.module.css';
import { FormDialog } from '../form/formDialog.tsx';
import { lastPriceOf, usePriceDoubt } from '../form/farPrice.ts';
import { LegPriceFields, type LegPrices } from '../form/legPrices.tsx';
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
  const [prices, setPrices] = useState<LegPrices>(new Map());
  const [terms, setTerms] = useFillTerms();
  const doubtOf = usePriceDoubt();

  async function close() {
    const [only, ...more] = open;
    const doubt = only && more.length === 0 ? doubtOf(prices.get(only.id), lastPriceOf(shown.state.fills, only)) : undefined;
    if (doubt !== undefined) return doubt;
    const priced = open.filter(({ id }) => prices.get(id) !== undefined);
    const exits = priced.map(({ id }) => ({ fill_id: nextId(replica), leg_id: id, price: prices.get(id) }));
    const fills = withFees(exits, terms);
    const refusal = await refusalOf(replica, { ...edit(shown, 'ClosePosition', { fills }), ...momentIn(terms) });
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
          <LegPriceFields
            legs={open}
            nameOf={(leg) => contractName(leg, formats)}
            hintOf={({ held_quantity }) => words.held(formats.quantity(held_quantity))}
            prices={prices}
            errorAt={errorAt}
            onChange={setPrices}
          />
          <FillTermsFields terms={terms} now={shown.now} account={shown.account} errorAt={errorAt} onChange={setTerms} />
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
