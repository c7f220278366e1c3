import type { Json } from '@taffrail/domain/kernel';
import type { Choice, Conflict, Replica } from '@taffrail/replica';
import { Button, Card, ConflictMark, useFormats } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { mayWrite, saidSentence, toast, useReplica } from '../app/index.ts';
import { waiting as words } from '../words/index.ts';
import css from './conflicts.module.css';
import { differences } from './differences.ts';
import { said } from './said.ts';
import { subjectOf } from './subject.ts';

/** Both sides of one conflict, side by side, and the choice between them. */
export function ConflictCard({ conflict }: { readonly conflict: Conflict }) {
  const replica = useReplica();
  const formats = useFormats();
  const [busy, setBusy] = useState(false);
  const subject = useSubject(replica, conflict);
  const did = words.did[conflict.wish.type] ?? words.didSomething;

  async function choose(choice: Choice, button: HTMLElement): Promise<void> {
    const goOn = nextAfter(button);
    setBusy(true);
    const refused = await replica.resolve(conflict.id, choice);
    setBusy(false);
    if (refused !== undefined) return toast({ tone: 'breach', text: saidSentence(refused, formats) });
    goOn();
    if (choice === 'apply_mine') toast({ text: words.appliedMine });
    else toast({ text: words.keptTheirs, onUndo: () => void replica.reconsider(conflict) });
  }

  return (
    <Card title={subject === undefined ? did : words.about(did, subject)} actions={<ConflictMark />}>
      <p class={css.sentence}>{saidSentence(conflict, formats)}</p>
      <Sides conflict={conflict} />
      <div class={css.choices}>
        <Button busy={busy} onClick={({ currentTarget }) => void choose('keep_theirs', currentTarget)}>
          {words.keepTheirs}
        </Button>
        {mayWrite.value && (
          <Button busy={busy} onClick={({ currentTarget }) => void choose('apply_mine', currentTarget)}>
            {words.applyMine}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** Where the focus goes once this card is gone: to the choice beside it, or to the top of the page. */
function nextAfter(button: HTMLElement): () => void {
  const item = button.closest('li');
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  return () => (beside?.querySelector('button') ?? document.querySelector('h1'))?.focus({ preventScroll: beside === null });
}

/** What could not be worked out as a whole is told by what was asked for. */
function Sides({ conflict: { wanted, now, wish } }: { readonly conflict: Conflict }) {
  const formats = useFormats();
  const all =
    wanted === undefined
      ? differences(wish.payload, undefined)
      : differences(latestOf(wanted.state as Json), latestOf(now?.state as Json | undefined));
  const rows = all
    .map(({ field, ...sides }) => ({ field, mine: said(sides.mine, formats), theirs: said(sides.theirs, formats) }))
    .filter((row) => row.mine !== row.theirs);
  if (now === undefined && wanted !== undefined) return <p>{words.gone}</p>;
  return (
    <table class={css.sides}>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.mine}</th>
          {wanted !== undefined && <th scope="col">{words.theirs}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, mine, theirs: other }) => (
          <tr key={field}>
            <th scope="row">{words.fields[field] ?? field.replaceAll('_', ' ')}</th>
            <td class={css.mine}>{mine}</td>
            {wanted !== undefined && <td>{other}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rules are kept as they were over time; what is to be decided is about those that were set last. */
function latestOf(state: Json | undefined): Json | undefined {
  const sets = typeof state === 'object' && state !== null && 'sets' in state ? state['sets'] : undefined;
  return Array.isArray(sets) ? (sets as readonly Json[]).at(-1) : state;
}

function useSubject(replica: Replica, { aggregate_type, wish }: Conflict): string | undefined {
  const [subject, setSubject] = useState<string>();
  useEffect(() => {
    void subjectOf(replica, aggregate_type, wish).then(setSubject);
  }, [replica, aggregate_type, wish]);
  return subject;
}
