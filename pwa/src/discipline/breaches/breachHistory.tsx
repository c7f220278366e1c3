import type { Breach, Finding } from '@taffrail/domain/discipline';
import type { DeviceFact } from '@taffrail/replica';
import { ErrorState, type Formats, type IconName, PendingMark, Skeleton, Timeline, type TimelineEntry, useFormats } from '@taffrail/ui';
import { sentenceOf, useLive, useReplica } from '../../app/index.ts';
import { breaches as words, figureOf } from '../../words/index.ts';

/** How it came to stand, and why it does not any more: nothing on the record is ever taken out of it. */
export function BreachHistory({ breach: { id } }: { readonly breach: Breach }) {
  const replica = useReplica();
  const formats = useFormats();
  const answer = useLive(['breach'], () => replica.factsOf('breach', id), [id]);
  if (answer.status === 'loading') return <Skeleton shape="row" count={2} />;
  if (answer.status === 'failed') return <ErrorState title={words.historyFailed}>{sentenceOf(answer.error)}</ErrorState>;
  return <Timeline label={words.history} entries={answer.value.map((fact) => entryOf(fact, formats))} />;
}

type Told = keyof typeof words.told;

const icons: { readonly [Type in Told]: IconName } = { BreachRecorded: 'breach', BreachChanged: 'refresh', BreachWithdrawn: 'undo' };

/** A fact that a newer version of the program wrote is shown by its own name. */
function entryOf(fact: DeviceFact, formats: Formats): TimelineEntry {
  const isKnown = Object.hasOwn(words.told, fact.type);
  const type = fact.type as Told;
  return {
    key: fact.id,
    icon: isKnown ? icons[type] : 'info',
    time: (
      <>
        {formats.dateTime(fact.recorded_at)} {!fact.on_server && <PendingMark />}
      </>
    ),
    title: isKnown ? words.told[type] : fact.type,
    body: isKnown ? bodyOf(type, fact.payload, formats) : undefined,
  };
}

function bodyOf(type: Told, payload: unknown, formats: Formats): string {
  if (type === 'BreachWithdrawn') return words.because[(payload as { readonly because: keyof typeof words.because }).because];
  const finding = payload as Finding;
  return words.figureOf(figureOf(finding, finding.figure, formats), figureOf(finding, finding.limit, formats));
}
