import type { Day } from '@taffrail/domain/kernel';
import type { HeldDocument } from '@taffrail/replica/documents';
import type { ResponseRow } from '@taffrail/replica';
import { onTicks, readDayChecklists } from '@taffrail/sync';
import { List, ListItem } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useBook, useDocument, useLive } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { checklist } from '../../words/index.ts';
import { readDayInstruments } from './dayInstruments.ts';

interface UnfinishedChecklistsProps {
  readonly day: Day;
  /** Said where no instrument is watched at all. */
  readonly otherwise?: ComponentChildren;
}

/** The instruments of a day whose checklists have not been submitted; nothing where all have been. */
export function UnfinishedChecklists({ day, otherwise }: UnfinishedChecklistsProps) {
  const holding = useDocument(`day/${day}`);
  return holding.status === 'open' ? <Unfinished day={day} otherwise={otherwise} held={holding.held} /> : null;
}

function Unfinished({ day, otherwise, held: { document } }: UnfinishedChecklistsProps & { readonly held: HeldDocument }) {
  const { replica, papers } = useBook();
  const [watched, setWatched] = useState(() => readDayChecklists(document));
  useEffect(() => onTicks(document, () => setWatched(readDayChecklists(document))), [document]);
  const rows = replica.rows<ResponseRow>('responses').value;
  const types = ['playbook', 'playbook_version', 'playbook_response'];
  const answer = useLive(types, () => readDayInstruments(replica, papers, day, watched, rows), [day, watched, rows]);
  if (answer.status === 'ready' && answer.value.length === 0) return otherwise;
  const open = answer.status === 'ready' ? answer.value.filter(({ shown }) => !shown.response?.submission) : [];
  if (open.length === 0) return null;
  return (
    <List label={checklist.unfinished}>
      {open.map(({ shown, subject, isBegun }) => (
        <ListItem
          key={shown.id}
          icon="checks"
          href={link('day', { day })}
          title={subject.symbol}
          note={`${shown.playbook.name} · ${isBegun ? checklist.begun : checklist.notBegun}`}
        />
      ))}
    </List>
  );
}
