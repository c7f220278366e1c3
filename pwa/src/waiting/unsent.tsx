import type { Waiting, WaitingCommand } from '@taffrail/replica';
import { List, ListItem, PendingMark, Section, Skeleton, useFormats, type Formats } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { saidSentence, useReplica } from '../app/index.ts';
import { waiting as words } from '../words/index.ts';
import { subjectOf } from './subject.ts';

/** A book that never had a server has all its changes waiting; the first say enough. */
const MOST_SHOWN = 50;

interface Told extends WaitingCommand {
  readonly subject: string | undefined;
}

/** What this device has and the server has not. */
export function Unsent({ waiting }: { readonly waiting: Waiting }) {
  const formats = useFormats();
  const { commands, documents, files } = waiting;
  return (
    <>
      {commands > 0 && (
        <Section title={words.commands}>
          <Commands waiting={waiting} />
        </Section>
      )}
      {documents + files > 0 && (
        <Section title={words.papers}>
          <List>
            {documents > 0 && <ListItem icon="day" title={words.documents(documents, formats.count(documents))} end={<PendingMark />} />}
            {files > 0 && <ListItem icon="attach" title={words.files(files, formats.count(files))} end={<PendingMark />} />}
          </List>
        </Section>
      )}
    </>
  );
}

function Commands({ waiting }: { readonly waiting: Waiting }) {
  const told = useTold(waiting);
  const formats = useFormats();
  if (told === undefined) return <Skeleton shape="row" count={3} />;
  const rest = waiting.commands - told.length;
  return (
    <>
      <List>
        {told.map((one) => (
          <ListItem
            key={one.command.command_id}
            title={titleOf(one)}
            note={`${formats.dateTime(one.made_at)}${noteOf(one, formats)}`}
            end={<PendingMark />}
          />
        ))}
      </List>
      {rest > 0 && <p>{words.more(formats.count(rest))}</p>}
    </>
  );
}

/** Read again whenever what waits has changed. */
function useTold(waiting: Waiting): readonly Told[] | undefined {
  const replica = useReplica();
  const [told, setTold] = useState<readonly Told[]>();
  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<void> => {
      const first = await replica.waitingCommands(MOST_SHOWN);
      const all = await Promise.all(
        first.map(async (one) => ({ ...one, subject: await subjectOf(replica, one.aggregate_type, one.command) })),
      );
      if (!isOver) setTold(all);
    };
    void read();
    return () => void (isOver = true);
  }, [replica, waiting]);
  return told;
}

function titleOf({ command, subject }: Told): string {
  const did = words.did[command.type] ?? words.didSomething;
  return subject === undefined ? did : words.about(did, subject);
}

function noteOf({ accepted, doubt }: Told, formats: Formats): string {
  if (accepted) return ` · ${words.accepted}`;
  return doubt === null ? '' : ` · ${words.doubtful(saidSentence(doubt, formats))}`;
}
