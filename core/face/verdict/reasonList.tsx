import type { Reason } from '@taffrail/domain/discipline';
import type { Instant } from '@taffrail/domain/kernel';
import { Icon, useFormats } from '@taffrail/ui';
import { whenText } from './when.ts';
import { verdict as words } from '../words/index.ts';
import css from './verdict.module.css';

interface ReasonListProps {
  readonly reasons: readonly Reason[];
  readonly now: Instant;
  /** Without what could be done about it: it has happened. */
  readonly isPast?: boolean;
}

const icons = { stops: 'breach', limits: 'info', warns: 'warning' } as const;

/** Each with the rule, its figure and its limit in one sentence, and when it is over. */
export function ReasonList({ reasons, now, isPast = false }: ReasonListProps) {
  const formats = useFormats();
  return (
    <ul class={css.reasons} aria-label={words.reasons}>
      {reasons.map(({ rule, effect, sentence, clears_at }) => (
        <li key={`${rule} ${sentence}`} class={css.reason} data-effect={effect}>
          <Icon name={icons[effect]} />
          <span>
            <span class="visually-hidden">{words.effects[effect]}: </span>
            {formats.sentence(sentence)}{' '}
            {effect === 'stops' &&
              !isPast &&
              (clears_at === null ? (words.remedies[rule] ?? words.staysSo) : words.nextFrom(whenText(clears_at, now, formats)))}
          </span>
        </li>
      ))}
    </ul>
  );
}
