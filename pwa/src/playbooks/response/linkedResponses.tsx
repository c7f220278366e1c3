import type { Id } from '@taffrail/domain/kernel';
import type { Papers, Replica, ResponseRow } from '@taffrail/replica';
import { Banner, Button, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { mayWrite, useBook, useLive } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { checklist } from '../../words/index.ts';
import { FillingSheet } from './fillingSheet.tsx';
import type { JournalParts } from './journalParts.ts';
import { linkTo, unlinkFrom } from './linking.ts';
import css from './response.module.css';
import { ResponseCard } from './responseCard.tsx';
import { readResponse, type ShownResponse } from './responses.ts';
import { readLinkable } from './traded.ts';

interface LinkedResponsesProps {
  readonly positionId: Id;
  readonly journal: JournalParts | undefined;
}

/** The checklists of an instrument that this trade came of, and those it may have come of. */
export function LinkedResponses({ positionId, journal }: LinkedResponsesProps) {
  const { replica, papers } = useBook();
  const [filledIn, fillIn] = useState<ShownResponse>();
  const rows = replica.rows<ResponseRow>('responses').value;
  const types = ['playbook', 'playbook_version', 'playbook_response', 'position'];
  const answer = useLive(types, () => readLinks(replica, papers, positionId, rows), [positionId, filledIn, rows]);
  if (answer.status !== 'ready') return null;
  const { linked, linkable } = answer.value;
  return (
    <>
      {linked.map((shown) => (
        <ResponseCard
          key={shown.id}
          shown={shown}
          journal={journal}
          onOpen={() => fillIn(shown)}
          about={<About shown={shown} onUnlink={() => void unlinkFrom(replica, shown, positionId)} />}
        />
      ))}
      {linkable.map((shown) => (
        <Banner
          key={shown.id}
          actions={mayWrite.value && <Button onClick={() => void linkTo(replica, shown, positionId)}>{checklist.link}</Button>}
        >
          {shown.subject.type === 'instrument' && checklist.offered(shown.playbook.name, shown.subject.symbol)}
        </Banner>
      ))}
      {filledIn !== undefined && (
        <FillingSheet
          subject={filledIn.subject}
          playbookId={filledIn.playbook.id}
          accountId={null}
          journal={journal}
          onClose={() => fillIn(undefined)}
        />
      )}
    </>
  );
}

interface Links {
  readonly linked: readonly ShownResponse[];
  readonly linkable: readonly ShownResponse[];
}

type Rows = ReadonlyMap<Id, ResponseRow> | undefined;

async function readLinks(replica: Replica, papers: Papers, positionId: Id, rows: Rows): Promise<Links> {
  const mine = [...(rows?.values() ?? [])].filter(
    ({ subject, position_id }) => subject.type === 'instrument' && position_id === positionId,
  );
  const linked = await Promise.all(mine.map(({ subject, playbook_id }) => readResponse(replica, subject, playbook_id)));
  return { linked: linked.flatMap((each) => each ?? []), linkable: await readLinkable(replica, papers, positionId) };
}

function About({ shown: { subject }, onUnlink }: { readonly shown: ShownResponse; readonly onUnlink: () => void }) {
  const formats = useFormats();
  if (subject.type !== 'instrument') return null;
  return (
    <p class={css.muted}>
      <a href={link('day', { day: subject.day })}>{checklist.ofInstrument(subject.symbol, formats.longDay(subject.day))}</a>{' '}
      {mayWrite.value && (
        <Button tone="quiet" onClick={onUnlink}>
          {checklist.unlink}
        </Button>
      )}
    </p>
  );
}
