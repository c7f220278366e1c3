import type { Day } from '@taffrail/domain/kernel';
import type { HeldDocument } from '@taffrail/replica/documents';
import type { ResponseRow } from '@taffrail/replica';
import { onTicks, readDayChecklists, setDayChecklist, type DayChecklist } from '@taffrail/sync';
import { Button, ErrorState, List, Section, Skeleton } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { mayWrite, sentenceOf, toast, useBook, useDocument, useLive } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import { FillingSheet } from '../response/fillingSheet.tsx';
import type { JournalParts } from '../response/journalParts.ts';
import { AddInstrument } from './addInstrument.tsx';
import { readDayInstruments, type DayInstrument } from './dayInstruments.ts';
import { InstrumentItem } from './instrumentItem.tsx';
import css from './instruments.module.css';

interface InstrumentChecklistsProps {
  readonly day: Day;
  readonly journal: JournalParts | undefined;
}

/** What is watched on a day, each with its checklist: whether it is traded, the day will tell. */
export function InstrumentChecklists({ day, journal }: InstrumentChecklistsProps) {
  const holding = useDocument(`day/${day}`);
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title={checklist.instruments}
      actions={
        mayWrite.value && (
          <Button tone="quiet" icon="add" onClick={() => setAdding(true)}>
            {checklist.addInstrument}
          </Button>
        )
      }
    >
      {holding.status === 'opening' && <Skeleton shape="row" count={2} />}
      {holding.status === 'failed' && <ErrorState title={checklist.failed}>{checklist.failedMeaning}</ErrorState>}
      {holding.status === 'open' && (
        <Watched day={day} journal={journal} held={holding.held} isAdding={isAdding} onAdded={() => setAdding(false)} />
      )}
    </Section>
  );
}

interface WatchedProps extends InstrumentChecklistsProps {
  readonly held: HeldDocument;
  readonly isAdding: boolean;
  readonly onAdded: () => void;
}

function Watched({ day, journal, held: { document }, isAdding, onAdded }: WatchedProps) {
  const { replica, papers, entry } = useBook();
  const [watched, setWatched] = useState(() => readDayChecklists(document));
  const [filledIn, fillIn] = useState<DayInstrument['subject'] & { readonly playbookId: string }>();
  useEffect(() => onTicks(document, () => setWatched(readDayChecklists(document))), [document]);
  const rows = replica.rows<ResponseRow>('responses').value;
  const types = ['playbook', 'playbook_version', 'playbook_response'];
  const answer = useLive(types, () => readDayInstruments(replica, papers, day, watched, rows), [day, watched, filledIn, rows]);
  const watch = (one: DayChecklist, isThere: boolean): void => setDayChecklist(document, entry.id, one, isThere);

  function add({ symbol, playbook_id }: DayChecklist): void {
    watch({ symbol, playbook_id }, true);
    onAdded();
    fillIn({ type: 'instrument', day, symbol, playbookId: playbook_id });
  }

  function remove({ subject: { symbol }, shown: { playbook } }: DayInstrument): void {
    const one = { symbol, playbook_id: playbook.id };
    watch(one, false);
    toast({ text: checklist.instrumentRemoved(symbol), onUndo: () => watch(one, true) });
  }

  return (
    <>
      {answer.status === 'loading' && <Skeleton shape="row" count={2} />}
      {answer.status === 'failed' && <ErrorState title={checklist.failed}>{sentenceOf(answer.error)}</ErrorState>}
      {answer.status === 'ready' && answer.value.length === 0 && <p class={css.muted}>{checklist.noInstruments}</p>}
      {answer.status === 'ready' && answer.value.length > 0 && (
        <List label={checklist.instruments}>
          {answer.value.map((each) => (
            <InstrumentItem
              key={each.shown.id}
              instrument={each}
              onOpen={() => fillIn({ ...each.subject, playbookId: each.shown.playbook.id })}
              onRemove={() => remove(each)}
            />
          ))}
        </List>
      )}
      {isAdding && mayWrite.value && <AddInstrument onAdd={add} onClose={onAdded} />}
      {filledIn !== undefined && (
        <FillingSheet
          subject={{ type: 'instrument', day: filledIn.day, symbol: filledIn.symbol }}
          playbookId={filledIn.playbookId}
          accountId={null}
          journal={journal}
          onClose={() => fillIn(undefined)}
        />
      )}
    </>
  );
}
