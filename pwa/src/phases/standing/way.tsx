import { phaseNames, phaseOrder, type Phase, type Settings } from '@taffrail/domain/phases';
import { classes, Icon, useFormats } from '@taffrail/ui';
import { phases as words } from '../../words/index.ts';
import css from './way.module.css';
import { termsOf } from './terms.ts';

interface WayProps {
  /** Left out while nobody has said where they stand. */
  readonly at?: Phase | undefined;
  readonly settings: Settings;
}

/** From paper to full size: what lies behind, where one is, what lies ahead. */
export function Way({ at, settings }: WayProps) {
  const formats = useFormats();
  const place = at === undefined ? -1 : phaseOrder.indexOf(at);
  return (
    <ol class={css.way} aria-label={words.way}>
      {phaseOrder.map((phase, n) => (
        <li key={phase} class={classes(css.stop, n < place && css.behind, n === place && css.here)} aria-current={n === place && 'step'}>
          <span class={css.mark}>{n < place && <Icon name="check" />}</span>
          <span class={css.name}>{phaseNames[phase]}</span>
          <span class={css.terms}>
            {termsOf(phase, settings, formats).map((term) => (
              <span key={term}>{term}</span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
