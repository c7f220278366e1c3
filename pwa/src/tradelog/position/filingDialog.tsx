import type { PositionRow } from '@taffrail/replica';
import { TagsField, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { entry, position as words } from '../../words/index.ts';
import { FormDialog } from '../form/formDialog.tsx';
import { refusalOf } from '../standing.ts';
import { edit } from './does.ts';
import type { ShownPosition } from './usePosition.ts';

interface FilingDialogProps {
  readonly shown: ShownPosition;
  /** Whoever pressed beside the tags begins there. */
  readonly asksForTags?: boolean;
  readonly onClose: () => void;
}

/** What the trade is filed under. */
export function FilingDialog({ shown, asksForTags = false, onClose }: FilingDialogProps) {
  const replica = useReplica();
  const rows = replica.rows<PositionRow>('positions').value;
  const { state } = shown;
  const [symbol, setSymbol] = useState(state.symbol);
  const [underlying, setUnderlying] = useState(state.underlying);
  const [tags, setTags] = useState(state.tags);
  const known = [...new Set([...(rows?.values() ?? [])].flatMap((row) => row.tags))];

  function save() {
    const changes = {
      ...(symbol !== state.symbol && { symbol }),
      ...(underlying !== state.underlying && { underlying }),
      ...(tags.join('\n') !== state.tags.join('\n') && { tags }),
    };
    return refusalOf(replica, edit(shown, 'AdjustPosition', changes));
  }

  return (
    <FormDialog title={words.filing} submit={words.save} onSubmit={save} onClose={onClose}>
      {(errorAt) => (
        <>
          <TextField label={entry.symbol} value={symbol} error={errorAt('symbol')} onChange={setSymbol} />
          <TextField
            label={words.underlying}
            hint={words.underlyingHint}
            value={underlying}
            error={errorAt('underlying')}
            onChange={setUnderlying}
          />
          <TagsField label={entry.tags} autoFocus={asksForTags} value={tags} known={known} error={errorAt('tags')} onChange={setTags} />
        </>
      )}
    </FormDialog>
  );
}
