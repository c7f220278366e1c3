import { asJson, decimal, signOf, type DecimalText } from '@taffrail/domain/kernel';
import { DayField, NumberField, SegmentedControl, Select } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { toast, useReplica } from '../../app/index.ts';
import { entry, position as words } from '../../words/index.ts';
import { feesIn, momentIn } from '../form/fillTerms.ts';
import { FillTermsFields, useFillTerms } from '../form/fillTermsFields.tsx';
import { FormDialog } from '../form/formDialog.tsx';
import { nextId, refusalOf } from '../standing.ts';
import type { ShownPosition } from './usePosition.ts';

type LegView = ShownPosition['view']['legs'][number];
type How = 'expired' | 'cash_settled' | 'assigned' | 'exercised';
type Into = 'stock' | 'future' | 'cash';

interface SettleDialogProps {
  readonly shown: ShownPosition;
  readonly leg: LegView;
  readonly onClose: () => void;
}

/** A contract ends otherwise than by a trade. */
export function SettleDialog({ shown, leg, onClose }: SettleDialogProps) {
  const replica = useReplica();
  const ways = waysFor(leg);
  const [how, setHow] = useState<How>(ways[0] ?? 'cash_settled');
  const [into, setInto] = useState<Into>('stock');
  const [size, setSize] = useState<DecimalText | undefined>(leg.held_quantity.replace('-', ''));
  const [settlementPrice, setSettlementPrice] = useState<DecimalText>();
  const [expiry, setExpiry] = useState<string | undefined>(leg.expiry ?? undefined);
  const [terms, setTerms] = useFillTerms();
  const delivers = how === 'assigned' || how === 'exercised';

  function deliveryOf() {
    if (into === 'cash') return { into, settlement_price: settlementPrice };
    const delivered = { into, fill_id: nextId(replica), leg_id: nextId(replica) };
    return into === 'stock' ? delivered : { ...delivered, expiry };
  }

  async function settle() {
    const payload = {
      how,
      leg_id: leg.id,
      fill_id: nextId(replica),
      quantity: size,
      ...(how === 'cash_settled' && { settlement_price: settlementPrice }),
      ...(delivers && { delivery: deliveryOf() }),
      ...(how !== 'expired' && feesIn(terms)),
    };
    const refusal = await refusalOf(replica, {
      type: 'SettleLeg',
      aggregate_id: shown.state.id,
      payload: asJson(payload),
      ...momentIn(terms),
    });
    if (refusal === undefined) toast({ text: words.settled[how] });
    return refusal;
  }

  return (
    <FormDialog title={words.settle} submit={words.record} onSubmit={settle} onClose={onClose}>
      {(errorAt) => (
        <>
          <Select label={words.how} value={how} choices={ways.map((value) => ({ value, label: words.ways[value] }))} onChange={setHow} />
          {delivers && (
            <SegmentedControl
              label={words.into}
              value={into}
              choices={(['stock', 'future', 'cash'] as const).map((value) => ({ value, label: words.intos[value] }))}
              onChange={setInto}
            />
          )}
          {delivers && into === 'future' && (
            <DayField label={words.futureExpiry} value={expiry} error={errorAt('expiry')} onChange={setExpiry} />
          )}
          {(how === 'cash_settled' || (delivers && into === 'cash')) && (
            <NumberField
              label={words.settlementPrice}
              hint={words.settlementHint}
              value={settlementPrice}
              error={errorAt('settlement_price')}
              onChange={setSettlementPrice}
            />
          )}
          <NumberField label={entry.quantity} value={size} error={errorAt('quantity')} onChange={setSize} />
          <FillTermsFields
            when={words.when}
            fees={how === 'expired' ? 'none' : 'optional'}
            terms={terms}
            now={shown.now}
            account={shown.account}
            errorAt={errorAt}
            onChange={setTerms}
          />
        </>
      )}
    </FormDialog>
  );
}

function waysFor({ instrument_type, held_quantity }: LegView): readonly How[] {
  if (instrument_type !== 'option') return ['cash_settled'];
  return signOf(decimal(held_quantity)) < 0 ? ['expired', 'assigned', 'cash_settled'] : ['expired', 'exercised', 'cash_settled'];
}
