import { asJson, type DecimalText, type Id, type Instant } from '@taffrail/domain/kernel';
import type { Order } from '@taffrail/domain/tradelog';
import { MoneyField, NumberField, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { toast, useReplica } from '../../app/index.ts';
import { entry, orders as words } from '../../words/index.ts';
import { FormDialog } from '../form/formDialog.tsx';
import { WhenField } from '../form/whenField.tsx';
import { accountCalled, nextId, refusalOf, useAccounts } from '../standing.ts';
import { contractName, sidedQuantity } from './describe.ts';

/** The broker has filled it: every leg has its price, and a limit order of one leg has it already. */
export function ExecuteDialog({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const replica = useReplica();
  const formats = useFormats();
  const account = accountCalled(useAccounts(), order.account_id);
  const { legs, symbol } = order.position_template;
  const [only] = legs;
  const isSingle = legs.length === 1;
  const [prices, setPrices] = useState<ReadonlyMap<Id, DecimalText | undefined>>(
    () => new Map(isSingle && only && order.limit_price !== null ? [[only.id, order.limit_price]] : []),
  );
  const [fees, setFees] = useState<DecimalText>();
  const [occurredAt, setOccurredAt] = useState<Instant>();

  async function execute() {
    const fills = legs.map(({ id }, place) => ({
      fill_id: nextId(replica),
      leg_id: id,
      price: prices.get(id),
      ...(place === 0 && fees !== undefined && { fees }),
    }));
    const payload = asJson({ position_id: nextId(replica), fills });
    const at = occurredAt === undefined ? {} : { occurred_at: occurredAt };
    const refusal = await refusalOf(replica, { type: 'ExecuteOrder', aggregate_id: order.id, payload, ...at });
    if (refusal === undefined) toast({ text: words.executed(symbol) });
    return refusal;
  }

  return (
    <FormDialog title={words.executing(symbol)} submit={words.execute} onSubmit={execute} onClose={onClose}>
      {(errorAt) => (
        <>
          {legs.map((leg, place) => (
            <NumberField
              key={leg.id}
              label={isSingle ? entry.price : `${sidedQuantity(leg.quantity, words.sides, formats)} ${contractName(leg, formats)}`}
              value={prices.get(leg.id)}
              error={place === 0 ? errorAt('price') : undefined}
              onChange={(price) => setPrices(new Map(prices).set(leg.id, price))}
            />
          ))}
          <MoneyField
            label={entry.fees}
            optional
            currency={account?.currency ?? ''}
            value={fees}
            error={errorAt('fees')}
            onChange={setFees}
          />
          <WhenField
            label={entry.filledAt}
            value={occurredAt}
            now={replica.now()}
            account={account}
            error={errorAt('occurred_at')}
            onChange={setOccurredAt}
          />
        </>
      )}
    </FormDialog>
  );
}
