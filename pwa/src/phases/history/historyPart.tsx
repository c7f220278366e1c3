import { MOST_HISTORY, phaseSettingsId, settingsAt } from '@taffrail/domain/phases';
import { EmptyState, ErrorState, Section, Skeleton, Timeline, useFormats } from '@taffrail/ui';
import { sentenceOf, useLive, useReplica } from '../../app/index.ts';
import type { PhaseStanding } from '../../conduct/index.ts';
import { phases as words } from '../../words/index.ts';
import css from './history.module.css';
import { beginningOf, entryOf, type SettingsThen } from './entryOf.tsx';

/** Every step with what it rested on, and every attempt that was not granted; the newest first. */
export function HistoryPart({ now }: { readonly now: PhaseStanding }) {
  const replica = useReplica();
  const formats = useFormats();
  const { history, transitions, blocked_attempts } = now.progress;
  const said = useLive(['phase_settings'], () => replica.factsOf('phase_settings', phaseSettingsId));
  return (
    <Section title={words.history}>
      {said.status === 'loading' && <Skeleton shape="row" count={history.length + 1} />}
      {said.status === 'failed' && <ErrorState title={words.historyFailed}>{sentenceOf(said.error)}</ErrorState>}
      {said.status === 'ready' && <Entries now={now} settingsThen={(at) => settingsAt(at, said.value, now.settings_version)} />}
      {transitions + blocked_attempts > history.length && <p class={css.muted}>{words.newest(formats.count(MOST_HISTORY))}</p>}
    </Section>
  );
}

interface EntriesProps {
  readonly now: PhaseStanding;
  readonly settingsThen: SettingsThen;
}

function Entries({ now: { progress }, settingsThen }: EntriesProps) {
  const formats = useFormats();
  const lines = progress.history.map((line, place) => entryOf(line, place, settingsThen, formats));
  const entries = [...beginningOf(progress, settingsThen, formats), ...lines];
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
