import { asJson, decimal, signOf, type DecimalText, type Instant } from '@taffrail/domain/kernel';
import { DayField, MoneyField, NumberField, SegmentedControl, Select } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { toast, useReplica } from '../../app/index.ts';
import { entry, position as words } from '../../words/index.ts';
import { FormDialog } from '../form/formDialog.tsx';
import { WhenField } from '../form/whenField.tsx';
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
  const [fees, setFees] = useState<DecimalText>();
  const [occurredAt, setOccurredAt] = useState<Instant>();
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
      ...(how !== 'expired' && fees !== undefined && { fees }),
    };
    const at = occurredAt === undefined ? {} : { occurred_at: occurredAt };
    const refusal = await refusalOf(replica, { type: 'SettleLeg', aggregate_id: shown.state.id, payload: asJson(payload), ...at });
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
          {how !== 'expired' && (
            <MoneyField
              label={entry.fees}
              optional
              currency={shown.account.currency}
              value={fees}
              error={errorAt('fees')}
              onChange={setFees}
            />
          )}
          <WhenField
            label={words.when}
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

function waysFor({ instrument_type, held_quantity }: LegView): readonly How[] {
  if (instrument_type !== 'option') return ['cash_settled'];
  return signOf(decimal(held_quantity)) < 0 ? ['expired', 'assigned', 'cash_settled'] : ['expired', 'exercised', 'cash_settled'];
}
