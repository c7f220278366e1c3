import type { Conflict } from '@taffrail/replica';
import { Section } from '@taffrail/ui';
import { waiting as words } from '../words/index.ts';
import css from './conflicts.module.css';
import { ConflictCard } from './conflictCard.tsx';

/** Everything that waits for the trader's word, each with both sides. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  return (
    <Section title={words.conflicts}>
      <p class={css.meaning}>{words.conflictsMeaning}</p>
      <ol class={css.conflicts}>
        {conflicts.map((conflict) => (
          <li key={conflict.id}>
            <ConflictCard conflict={conflict} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
