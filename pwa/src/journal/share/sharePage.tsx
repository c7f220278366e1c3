import type { PositionRow } from '@taffrail/replica';
import { addParagraph } from '@taffrail/sync';
import { Button, EmptyState, type Formats, List, ListItem, Page, Select, Skeleton, useFormats } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { mayWrite, structureName, useBook } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { forgetShared, readShared, type Shared } from '../../sw/index.ts';
import { journal } from '../../words/index.ts';
import { useAttaching } from '../attachments/attaching.ts';
import { tradingDayNow } from '../day/days.ts';
import { dayTarget, positionTargets, type Target } from './targets.ts';

type Arrived = Shared | 'nothing' | undefined;

/** Puts what another app shared beside a day or a position. */
export function SharePage() {
  const { replica } = useBook();
  const { zone } = useFormats();
  const [shared, setShared] = useState<Arrived>();
  const [today, setToday] = useState<Target>();

  useEffect(() => {
    void readShared().then((found) => setShared(found ?? 'nothing'));
    void tradingDayNow(replica, zone).then((day) => setToday(dayTarget(day, journal.todaysPage)));
  }, [replica, zone]);

  if (shared === undefined || today === undefined) return <Waiting />;
  if (shared === 'nothing') {
    return (
      <Page title={journal.shared} measure="text">
        <EmptyState icon="share" title={journal.nothingShared}>
          {journal.howToShare}
        </EmptyState>
      </Page>
    );
  }
  return <Sorting shared={shared} today={today} />;
}

function Waiting() {
  return (
    <Page title={journal.shared} measure="text">
      <Skeleton shape="row" count={3} />
    </Page>
  );
}

function Sorting({ shared, today }: { readonly shared: Shared; readonly today: Target }) {
  const { replica, papers } = useBook();
  const formats = useFormats();
  const rows = replica.rows<PositionRow>('positions').value ?? new Map<string, PositionRow>();
  const targets = [today, ...positionTargets(rows, (row) => nameOf(row, formats))];
  const [chosen, setChosen] = useState(today.document);
  const [isBusy, setBusy] = useState(false);
  const target = targets.find(({ document }) => document === chosen) ?? today;
  const attachAll = useAttaching(target.subject);
  const said = wordsOf(shared);

  async function put(): Promise<void> {
    setBusy(true);
    const attached = await attachAll(shared.files);
    const isWhole = attached.length === shared.files.length;
    if (isWhole) await write();
    setBusy(false);
    // What could not be attached stays, so that it can be put elsewhere.
    if (!isWhole) return;
    await forgetShared();
    go(addressOf(target), { replace: true });
  }

  async function write(): Promise<void> {
    if (said.length === 0) return;
    const held = await (await papers.documents()).open(target.document);
    for (const line of said) addParagraph(held.document, line);
    await held.letGo();
  }

  return (
    <Page title={journal.shared} measure="text">
      <List label={journal.shared}>
        {shared.files.map((file) => (
          <ListItem key={file.name} icon="attach" title={file.name} />
        ))}
        {said.map((line) => (
          <ListItem key={line} icon="journal" title={line} />
        ))}
      </List>
      <Select
        label={journal.putBeside}
        value={target.document}
        choices={targets.map(({ document, label }) => ({ value: document, label }))}
        onChange={setChosen}
      />
      <p>
        <Button tone="primary" busy={isBusy} disabled={!mayWrite.value} onClick={() => void put()}>
          {journal.putThere}
        </Button>{' '}
        <Button tone="quiet" onClick={() => void discard()}>
          {journal.discard}
        </Button>
      </p>
    </Page>
  );
}

function nameOf({ symbol, structure, opened_day, closed_day }: PositionRow, formats: Formats): string {
  const days = [opened_day, closed_day].flatMap((day) => (day === null ? [] : [formats.day(day)]));
  return [symbol, structureName(structure, formats), days.join(' – ')].filter(Boolean).join(' · ');
}

async function discard(): Promise<void> {
  await forgetShared();
  go(link('today'), { replace: true });
}

const addressOf = ({ subject: { type, id } }: Target): string => (type === 'day' ? link('day', { day: id }) : link('position', { id }));

/** Apps put the same words into several of the three. */
const wordsOf = ({ title, text, url }: Shared): readonly string[] =>
  [...new Set([title, text, url].map((one) => one.trim()))].filter(Boolean);
