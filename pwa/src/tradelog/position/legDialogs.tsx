import type { Leg } from '@taffrail/domain/tradelog';
import { DayField, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { entry, position as words } from '../../words/index.ts';
import { emptyLeg, type DraftLeg } from '../entry/draft.ts';
import { LegFields } from '../entry/legFields.tsx';
import { FormDialog } from '../form/formDialog.tsx';
import { nextId, refusalOf } from '../standing.ts';
import { edit } from './does.ts';
import type { ShownPosition } from './usePosition.ts';

interface LegDialogProps {
  readonly shown: ShownPosition;
  readonly leg: Leg;
  readonly onClose: () => void;
}

/** The terms of a contract that was written down wrongly. */
export function TermsDialog({ shown, leg, onClose }: LegDialogProps) {
  const replica = useReplica();
  const [terms, setTerms] = useState<DraftLeg>({ ...leg, price: undefined, more_fills: [] });
  const [symbol, setSymbol] = useState(leg.symbol);
  const [listedOn, setListedOn] = useState<string | undefined>(leg.listed_on ?? undefined);
  const save = () => {
    const changed = { leg_id: leg.id, symbol, listed_on: listedOn ?? null, ...termsOf(terms) };
    return refusalOf(replica, edit(shown, 'AdjustPosition', { change_legs: [changed] }));
  };
  return (
    <FormDialog title={words.correctTerms} submit={words.save} onSubmit={save} onClose={onClose}>
      {(errorAt) => (
        <>
          <TextField label={entry.symbol} value={symbol} error={errorAt('symbol')} onChange={setSymbol} />
          <LegFields leg={terms} name={words.leg} outcome="unpriced" errorAt={errorAt} onChange={setTerms} />
          <DayField
            label={words.listedOn}
            hint={words.listedOnHint}
            optional
            value={listedOn}
            error={errorAt('listed_on')}
            onChange={setListedOn}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Another contract in the same trade; its fills are recorded afterwards. */
export function AddLegDialog({ shown, onClose }: Omit<LegDialogProps, 'leg'>) {
  const replica = useReplica();
  const last = shown.state.legs.at(-1);
  const [leg, setLeg] = useState<DraftLeg>(() => {
    const like = last && { ...last, price: undefined, more_fills: [] };
    return emptyLeg(nextId(replica), like);
  });
  const save = () => refusalOf(replica, edit(shown, 'AdjustPosition', { add_legs: [{ id: leg.id, ...termsOf(leg) }] }));
  return (
    <FormDialog title={words.addLeg} submit={words.addLeg} canSubmit={leg.quantity !== undefined} onSubmit={save} onClose={onClose}>
      {(errorAt) => <LegFields leg={leg} name={words.leg} outcome="unpriced" errorAt={errorAt} onChange={setLeg} />}
    </FormDialog>
  );
}

function termsOf({ instrument_type, expiry, strike, right, quantity, multiplier }: DraftLeg) {
  return { instrument_type, expiry, strike, right, quantity, ...(multiplier !== undefined && { multiplier }) };
}
