import { asJson } from '@taffrail/domain/kernel';
import type { Order } from '@taffrail/domain/tradelog';
import { useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { contractName, toast, useReplica } from '../../app/index.ts';
import { orders as words } from '../../words/index.ts';
import { momentIn, withFees } from '../form/fillTerms.ts';
import { FillTermsFields, useFillTerms } from '../form/fillTermsFields.tsx';
import { FormDialog } from '../form/formDialog.tsx';
import { LegPriceFields, type LegPrices } from '../form/legPrices.tsx';
import { accountCalled, nextId, refusalOf, useAccounts } from '../standing.ts';
import { sidedQuantity } from './describe.ts';

/** The broker has filled it: every leg has its price, and a limit order of one leg has it already. */
export function ExecuteDialog({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const replica = useReplica();
  const formats = useFormats();
  const account = accountCalled(useAccounts(), order.account_id);
  const { legs, symbol } = order.position_template;
  const [only] = legs;
  const [prices, setPrices] = useState<LegPrices>(
    () => new Map(legs.length === 1 && only && order.limit_price !== null ? [[only.id, order.limit_price]] : []),
  );
  const [terms, setTerms] = useFillTerms();

  async function execute() {
    const fills = legs.map(({ id }) => ({ fill_id: nextId(replica), leg_id: id, price: prices.get(id) }));
    const payload = asJson({ position_id: nextId(replica), fills: withFees(fills, terms) });
    const refusal = await refusalOf(replica, { type: 'ExecuteOrder', aggregate_id: order.id, payload, ...momentIn(terms) });
    if (refusal === undefined) toast({ text: words.executed(symbol) });
    return refusal;
  }

  return (
    <FormDialog title={words.executing(symbol)} submit={words.execute} onSubmit={execute} onClose={onClose}>
      {(errorAt) => (
        <>
          <LegPriceFields
            legs={legs}
            nameOf={(leg) => `${sidedQuantity(leg.quantity, words.sides, formats)} ${contractName(leg, formats)}`}
            prices={prices}
            errorAt={errorAt}
            onChange={setPrices}
          />
          <FillTermsFields terms={terms} now={replica.now()} account={account} errorAt={errorAt} onChange={setTerms} />
        </>
      )}
    </FormDialog>
  );
}
