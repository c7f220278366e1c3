import { asJson, type Id, type Refusal, type Versioned } from '@taffrail/domain/kernel';
import type { JournalEntry } from '@taffrail/domain/tradelog';
import type { Replica } from '@taffrail/replica';
import {
  Button,
  Card,
  Chip,
  ChipRow,
  ErrorState,
  Menu,
  PendingMark,
  Section,
  SegmentedControl,
  Select,
  TagsField,
  TextArea,
  useFormats,
  useIsPhone,
} from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { mayWrite, sentenceOf, toast, useLive, useReplica } from '../../app/index.ts';
import { reflections as words } from '../../words/index.ts';
import { FormDialog } from '../form/formDialog.tsx';
import { doOrSay, nextId, refusalOf } from '../standing.ts';
import css from './position.module.css';
import type { Show } from './show.ts';

type Entry = Versioned<JournalEntry> & { readonly id: Id; readonly isPending: boolean };

const phases: readonly JournalEntry['phase'][] = ['setup', 'entry', 'management', 'exit', 'review'];

/** What the trader makes of the trade, at each of its phases. */
export function JournalEntries({ positionId, show }: { readonly positionId: Id; readonly show: Show }) {
  const replica = useReplica();
  const answer = useLive(['journal_entry'], () => entriesOf(replica, positionId), [positionId]);
  const ordered = answer.status === 'ready' ? answer.value : [];
  return (
    <Section
      title={words.title}
      actions={
        mayWrite.value && (
          <Button icon="add" onClick={() => show((close) => <EntryDialog positionId={positionId} onClose={close} />)}>
            {words.write}
          </Button>
        )
      }
    >
      {answer.status === 'failed' && <ErrorState title={words.failed}>{sentenceOf(answer.error)}</ErrorState>}
      {answer.status === 'ready' && ordered.length === 0 && <p class={css.muted}>{words.none}</p>}
      <div class={css.entries}>
        {ordered.map((entry) => (
          <EntryCard key={entry.id} entry={entry} show={show} />
        ))}
      </div>
    </Section>
  );
}

async function entriesOf(replica: Replica, positionId: Id): Promise<readonly Entry[]> {
  const all = await replica.states<JournalEntry>('journal_entry');
  const own = all.filter(({ state }) => state.position_id === positionId && state.withdrawn === null);
  const entries = own.map(async (entry) => {
    const facts = await replica.factsOf('journal_entry', entry.id);
    return { ...entry, isPending: facts.some(({ on_server }) => !on_server) };
  });
  return (await Promise.all(entries)).toSorted((a, b) => (a.state.created_at < b.state.created_at ? -1 : 1));
}

function EntryCard({ entry, show }: { readonly entry: Entry; readonly show: Show }) {
  const replica = useReplica();
  const formats = useFormats();
  const { state } = entry;

  async function withdraw(): Promise<void> {
    const done = await doOrSay(replica, {
      type: 'WithdrawJournalEntry',
      aggregate_id: entry.id,
      payload: {},
      expected_version: entry.version,
    });
    if (done) toast({ text: words.withdrawn, onUndo: () => void writeAgain() });
  }

  /** What was withdrawn stays so; undoing it writes the same entry anew. */
  async function writeAgain(): Promise<void> {
    const { position_id, object_of_reflection, bias_flags, notes, phase } = state;
    const payload = asJson({ position_id, object_of_reflection, bias_flags, notes, phase });
    await doOrSay(replica, { type: 'WriteJournalEntry', aggregate_id: nextId(replica), payload });
  }

  return (
    <Card
      title={state.object_of_reflection}
      actions={
        mayWrite.value && (
          <Menu
            label={words.actions}
            items={[
              {
                label: words.revise,
                icon: 'edit',
                onSelect: () => show((close) => <EntryDialog positionId={state.position_id} entry={entry} onClose={close} />),
              },
              { label: words.withdraw, icon: 'trash', danger: true, onSelect: () => void withdraw() },
            ]}
          />
        )
      }
    >
      <p class={css.muted}>
        {words.phases[state.phase]} · {formats.dateTime(state.created_at)}
        {state.revised_at !== null && <> · {words.revised}</>} {entry.isPending && <PendingMark />}
      </p>
      {state.notes !== null && <p class={css.thesis}>{state.notes}</p>}
      {state.bias_flags.length > 0 && (
        <ChipRow>
          {state.bias_flags.map((flag) => (
            <Chip key={flag}>{flag}</Chip>
          ))}
        </ChipRow>
      )}
    </Card>
  );
}

interface EntryDialogProps {
  readonly positionId: Id;
  /** Left out for a new one. */
  readonly entry?: Entry;
  readonly onClose: () => void;
}

function EntryDialog({ positionId, entry, onClose }: EntryDialogProps) {
  const replica = useReplica();
  const isPhone = useIsPhone();
  const before = entry?.state;
  const [object, setObject] = useState(before?.object_of_reflection ?? '');
  const [notes, setNotes] = useState(before?.notes ?? '');
  const [flags, setFlags] = useState<readonly string[]>(before?.bias_flags ?? []);
  const [phase, setPhase] = useState<JournalEntry['phase']>(before?.phase ?? 'review');

  function save(): Promise<Refusal | undefined> {
    const written = { object_of_reflection: object.trim(), bias_flags: flags, notes: notes.trim() === '' ? null : notes.trim(), phase };
    if (entry === undefined) {
      const payload = asJson({ position_id: positionId, ...written });
      return refusalOf(replica, { type: 'WriteJournalEntry', aggregate_id: nextId(replica), payload });
    }
    return refusalOf(replica, {
      type: 'ReviseJournalEntry',
      aggregate_id: entry.id,
      payload: asJson(written),
      expected_version: entry.version,
    });
  }

  const choices = phases.map((value) => ({ value, label: words.phases[value] }));
  return (
    <FormDialog
      title={entry === undefined ? words.write : words.revise}
      submit={words.keep}
      canSubmit={object.trim() !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <TextArea
            label={words.object}
            hint={words.objectHint}
            rows={2}
            value={object}
            error={errorAt('object_of_reflection')}
            onChange={setObject}
          />
          {isPhone ? (
            <Select label={words.phase} value={phase} choices={choices} onChange={setPhase} />
          ) : (
            <SegmentedControl label={words.phase} value={phase} choices={choices} onChange={setPhase} />
          )}
          <TextArea label={words.notes} optional rows={4} value={notes} error={errorAt('notes')} onChange={setNotes} />
          <TagsField
            label={words.flags}
            hint={words.flagsHint}
            optional
            value={flags}
            known={words.usualFlags}
            error={errorAt('bias_flags')}
            onChange={setFlags}
          />
        </>
      )}
    </FormDialog>
  );
}
