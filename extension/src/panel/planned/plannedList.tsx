import type { Instant } from '@taffrail/domain/kernel';
import { planned as words } from '../../words/index.ts';
import { useBook } from '../book.ts';
import css from './planned.module.css';
import { PlannedTrade } from './plannedTrade.tsx';

/** Where the link in the head leads to. */
export const PLANNED = 'planned';

/** Every plan of which nobody has said yet what became of it. Whoever says nothing after the order says it here later. */
export function PlannedList({ now }: { readonly now: Instant }) {
  const { planned } = useBook();
  const [latest, ...others] = planned;
  if (latest === undefined) return null;
  return (
    <section id={PLANNED} class={css.planned} aria-label={words.title}>
      <h2>{words.title}</h2>
      <PlannedTrade key={latest.id} of={latest} now={now} isOpen />
      {others.map((each) => (
        <PlannedTrade key={each.id} of={each} now={now} isOpen={false} />
      ))}
    </section>
  );
}
