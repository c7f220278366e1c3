import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { PositionRow, Replica, Wish } from '@taffrail/replica';
import { Button, TagsField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { toast, useReplica } from '../../app/index.ts';
import { list as words } from '../../words/index.ts';
import { FormDialog } from '../form/formDialog.tsx';
import { sentenceOfRefusal } from '../form/refused.ts';
import css from './list.module.css';

interface BulkBarProps {
  readonly chosen: readonly PositionRow[];
  readonly known: readonly string[];
  readonly onClear: () => void;
}

type Change = 'add' | 'remove';

/** What can be done with everything that is marked. */
export function BulkBar({ chosen, known, onClear }: BulkBarProps) {
  const [change, setChange] = useState<Change>();
  return (
    <div class={css.bulk} role="toolbar" aria-label={words.marked(chosen.length)}>
      <strong>{words.marked(chosen.length)}</strong>
      <Button icon="tag" onClick={() => setChange('add')}>
        {words.addTags}
      </Button>
      <Button disabled={chosen.every(({ tags }) => tags.length === 0)} onClick={() => setChange('remove')}>
        {words.removeTags}
      </Button>
      <Button tone="quiet" onClick={onClear}>
        {words.clearMarks}
      </Button>
      {change !== undefined && <TagDialog change={change} chosen={chosen} known={known} onClose={() => setChange(undefined)} />}
    </div>
  );
}

interface TagDialogProps {
  readonly change: Change;
  readonly chosen: readonly PositionRow[];
  readonly known: readonly string[];
  readonly onClose: () => void;
}

function TagDialog({ change, chosen, known, onClose }: TagDialogProps) {
  const replica = useReplica();
  const [tags, setTags] = useState<readonly string[]>([]);
  const choices = change === 'add' ? known : [...new Set(chosen.flatMap((row) => row.tags))];

  async function submit(): Promise<Refusal | undefined> {
    const before = new Map(chosen.map((row) => [row.id, row.tags]));
    const after = new Map(chosen.map((row) => [row.id, changed(row.tags, tags, change)]));
    const touched = chosen.filter(({ id, tags: had }) => had.join('\n') !== after.get(id)?.join('\n'));
    const refusal = await retag(replica, touched, after);
    if (refusal === undefined) toast({ text: words.tagged(touched.length), onUndo: () => void undo(touched, before) });
    return refusal;
  }

  async function undo(rows: readonly PositionRow[], before: Tags): Promise<void> {
    const refusal = await retag(replica, rows, before);
    if (refusal !== undefined) toast({ tone: 'breach', text: sentenceOfRefusal(refusal) });
  }

  return (
    <FormDialog
      title={words.tagging[change](chosen.length)}
      submit={change === 'add' ? words.addTags : words.removeTags}
      canSubmit={tags.length > 0}
      onSubmit={submit}
      onClose={onClose}
    >
      {(errorAt) => <TagsField label={words.tags} value={tags} known={choices} error={errorAt('tags')} onChange={setTags} />}
    </FormDialog>
  );
}

type Tags = ReadonlyMap<string, readonly string[]>;

/** All of them or none, each on the version that is there now. */
async function retag(replica: Replica, rows: readonly PositionRow[], tags: Tags): Promise<Refusal | undefined> {
  const wishes: Wish[] = [];
  for (const { id } of rows) {
    const version = (await replica.state('position', id))?.version;
    if (version === undefined) continue;
    wishes.push({ type: 'AdjustPosition', aggregate_id: id, payload: { tags: [...(tags.get(id) ?? [])] }, expected_version: version });
  }
  const answer = await replica.dispatch(...wishes);
  return isRefusal(answer) ? answer : undefined;
}

function changed(had: readonly string[], tags: readonly string[], change: Change): readonly string[] {
  return change === 'add' ? [...new Set([...had, ...tags])] : had.filter((tag) => !tags.includes(tag));
}
