import type { Id, Refusal } from '@taffrail/domain/kernel';
import type { Fill, Position } from '@taffrail/domain/tradelog';
import { Checkbox, useFormats, type Formats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { contractName, toast, useLive, useReplica } from '../../app/index.ts';
import { position as words } from '../../words/index.ts';
import css from '../form/form.module.css';
import { FormDialog } from '../form/formDialog.tsx';
import { sidedQuantity } from '../orders/describe.ts';
import { nextId, refusalOf } from '../standing.ts';
import { edit, editNow } from './does.ts';
import { PositionPicker } from './positionPicker.tsx';
import type { ShownPosition } from './usePosition.ts';

interface MoveDialogProps {
  readonly shown: ShownPosition;
  readonly onClose: () => void;
}

/** Fills that do not belong to this trade become a trade of their own. */
export function MoveOutDialog({ shown, first, onClose }: MoveDialogProps & { readonly first: Fill }) {
  const replica = useReplica();
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set([first.id]));

  async function moveOut(): Promise<Refusal | undefined> {
    const fill_ids = [...chosen];
    const position_id = nextId(replica);
    const leg_ids = fill_ids.map(() => nextId(replica));
    const refusal = await refusalOf(replica, edit(shown, 'DetachFills', { fill_ids, position_id, leg_ids }));
    if (refusal !== undefined) return refusal;
    const back = { from_position_id: position_id, fill_ids, spare_leg_ids: leg_ids };
    toast({ text: words.fillsMovedOut, onUndo: () => void editNow(replica, shown.state.id, 'AttachFills', back) });
    return undefined;
  }

  return (
    <FormDialog title={words.moveOut} submit={words.move} canSubmit={chosen.size > 0} onSubmit={moveOut} onClose={onClose}>
      {() => <FillChoice position={shown.state} chosen={chosen} onChange={setChosen} />}
    </FormDialog>
  );
}

/** Fills that were filed under another position belong to this one. */
export function BringInDialog({ shown, onClose }: MoveDialogProps) {
  const replica = useReplica();
  const [from, setFrom] = useState<Id>();
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const answer = useLive(['position'], async () => (from === undefined ? undefined : replica.state<Position>('position', from)), [from]);
  const other = answer.status === 'ready' ? answer.value?.state : undefined;

  async function bringIn(): Promise<Refusal | undefined> {
    const fill_ids = [...chosen];
    const payload = { from_position_id: from, fill_ids, spare_leg_ids: fill_ids.map(() => nextId(replica)) };
    const refusal = await refusalOf(replica, edit(shown, 'AttachFills', payload));
    if (refusal === undefined) toast({ text: words.fillsBroughtIn });
    return refusal;
  }

  return (
    <FormDialog title={words.bringIn} submit={words.bringInThese} canSubmit={chosen.size > 0} onSubmit={bringIn} onClose={onClose}>
      {() => (
        <>
          <PositionPicker
            label={words.fromPosition}
            besides={shown.state}
            value={from}
            onChange={(id) => {
              setFrom(id);
              setChosen(new Set());
            }}
          />
          {other !== undefined && <FillChoice position={other} chosen={chosen} onChange={setChosen} />}
        </>
      )}
    </FormDialog>
  );
}

/** Two positions were one trade. The other one ends, and says where it went. */
export function MergeDialog({ shown, onClose }: MoveDialogProps) {
  const replica = useReplica();
  const [from, setFrom] = useState<Id>();
  async function merge(): Promise<Refusal | undefined> {
    const refusal = await refusalOf(replica, edit(shown, 'MergePositions', { from_position_id: from }));
    if (refusal === undefined) toast({ text: words.merged });
    return refusal;
  }
  return (
    <FormDialog title={words.merge} submit={words.mergeThese} canSubmit={from !== undefined} onSubmit={merge} onClose={onClose}>
      {() => (
        <>
          <PositionPicker label={words.mergeWith} besides={shown.state} value={from} onChange={setFrom} />
          <p class={css.note}>{words.mergeMeaning}</p>
        </>
      )}
    </FormDialog>
  );
}

/** Some legs, with everything that traded in them, become a trade of their own. */
export function SplitDialog({ shown, onClose }: MoveDialogProps) {
  const replica = useReplica();
  const formats = useFormats();
  const { legs } = shown.state;
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());

  async function split(): Promise<Refusal | undefined> {
    const position_id = nextId(replica);
    const refusal = await refusalOf(replica, edit(shown, 'SplitPosition', { leg_ids: [...chosen], position_id }));
    if (refusal !== undefined) return refusal;
    toast({
      text: words.wasSplit,
      onUndo: () => void editNow(replica, shown.state.id, 'MergePositions', { from_position_id: position_id }),
    });
    return undefined;
  }

  return (
    <FormDialog
      title={words.split}
      submit={words.splitOff}
      canSubmit={chosen.size > 0 && chosen.size < legs.length}
      onSubmit={split}
      onClose={onClose}
    >
      {() => (
        <fieldset class={css.choice}>
          <legend>{words.splitWhich}</legend>
          {legs.map((leg) => (
            <Checkbox
              key={leg.id}
              label={`${formats.quantity(leg.quantity)} ${contractName(leg, formats)}`}
              checked={chosen.has(leg.id)}
              onChange={() => setChosen(toggled(chosen, leg.id))}
            />
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}

interface FillChoiceProps {
  readonly position: Position;
  readonly chosen: ReadonlySet<Id>;
  readonly onChange: (chosen: ReadonlySet<Id>) => void;
}

function FillChoice({ position, chosen, onChange }: FillChoiceProps) {
  const formats = useFormats();
  return (
    <fieldset class={css.choice}>
      <legend>{words.whichFills}</legend>
      {position.fills
        .filter(({ voided }) => !voided)
        .map((fill) => (
          <Checkbox
            key={fill.id}
            label={fillName(position, fill, formats)}
            checked={chosen.has(fill.id)}
            onChange={() => onChange(toggled(chosen, fill.id))}
          />
        ))}
    </fieldset>
  );
}

function fillName({ legs }: Position, { leg_id, quantity, price, occurred_at }: Fill, formats: Formats): string {
  const leg = legs.find(({ id }) => id === leg_id);
  const what = `${sidedQuantity(quantity, words.sides, formats)} ${leg === undefined ? '' : contractName(leg, formats)}`;
  return `${what} ${price === null ? '' : `${words.at} ${formats.price(price)}`}, ${formats.dateTime(occurred_at)}`;
}

function toggled(chosen: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
