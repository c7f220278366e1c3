import { MOST_HISTORY, type PhaseProgress, phaseSettingsId, settingsAt } from '@taffrail/domain/phases';
import { EmptyState, ErrorState, Section, Skeleton, Timeline, useFormats } from '@taffrail/ui';
import { sentenceOf, useLive, useReplica } from '../../app/index.ts';
import { type PhaseStanding, useConductBook } from '../../conduct/index.ts';
import { phases as words } from '../../words/index.ts';
import css from './history.module.css';
import { beginningOf, entryOf, type Telling } from './entryOf.tsx';

/** Every step with what it rested on, and every attempt that was not granted; the newest first. */
export function HistoryPart({ now }: { readonly now: PhaseStanding }) {
  const replica = useReplica();
  const formats = useFormats();
  const book = useConductBook();
  const { history, transitions, blocked_attempts } = now.progress;
  const said = useLive(['phase_settings'], () => replica.factsOf('phase_settings', phaseSettingsId));
  const isThere = said.status === 'ready' && book !== undefined;
  return (
    <Section title={words.history}>
      {said.status !== 'failed' && !isThere && <Skeleton shape="row" count={history.length + 1} />}
      {said.status === 'failed' && <ErrorState title={words.historyFailed}>{sentenceOf(said.error)}</ErrorState>}
      {isThere && (
        <Entries
          progress={now.progress}
          telling={{ book, formats, settingsThen: (at) => settingsAt(at, said.value, now.settings_version) }}
        />
      )}
      {transitions + blocked_attempts > history.length && <p class={css.muted}>{words.newest(formats.count(MOST_HISTORY))}</p>}
    </Section>
  );
}

interface EntriesProps {
  readonly progress: PhaseProgress;
  readonly telling: Telling;
}

function Entries({ progress, telling }: EntriesProps) {
  const lines = progress.history.map((line, place) => entryOf(line, place, telling));
  const entries = [...beginningOf(progress, telling), ...lines];
  if (entries.length === 0) {
    return (
      <EmptyState icon="steps" title={words.noHistory}>
        {words.noHistoryMeaning}
      </EmptyState>
    );
  }
  return (
    <div class={css.history}>
      <Timeline label={words.history} entries={entries.toReversed()} />
    </div>
  );
}
