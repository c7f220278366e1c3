import { MOST_HISTORY } from '@taffrail/domain/phases';
import { EmptyState, Section, Timeline, useFormats } from '@taffrail/ui';
import type { PhaseStanding } from '../../conduct/index.ts';
import { phases as words } from '../../words/index.ts';
import css from './history.module.css';
import { beginningOf, entryOf } from './entryOf.tsx';

/** Every step with what it rested on, and every attempt that was not granted; the newest first. */
export function HistoryPart({ now: { progress, settings } }: { readonly now: PhaseStanding }) {
  const formats = useFormats();
  const { history, transitions, blocked_attempts } = progress;
  const entries = [...beginningOf(progress, settings, formats), ...history.map((line, place) => entryOf(line, place, settings, formats))];
  return (
    <Section title={words.history}>
      {entries.length === 0 ? (
        <EmptyState icon="steps" title={words.noHistory}>
          {words.noHistoryMeaning}
        </EmptyState>
      ) : (
        <div class={css.history}>
          <Timeline label={words.history} entries={entries.toReversed()} />
        </div>
      )}
      {transitions + blocked_attempts > history.length && <p class={css.muted}>{words.newest(formats.count(MOST_HISTORY))}</p>}
    </Section>
  );
}
