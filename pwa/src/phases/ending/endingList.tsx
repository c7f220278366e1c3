import type { Ending } from '@taffrail/domain/phases';
import { Amount, IconButton, RMultiple, useFormats } from '@taffrail/ui';
import { phases as words } from '../../words/index.ts';
import css from './ending.module.css';

/** An ending, told apart from another that says the same. */
export interface Imagined {
  readonly id: string;
  readonly ending: Ending;
}

interface EndingListProps {
  readonly endings: readonly Imagined[];
  readonly currency: string;
  readonly onRemove: (id: string) => void;
}

/** In the order in which they would close. */
export function EndingList({ endings, currency, onRemove }: EndingListProps) {
  const formats = useFormats();
  return (
    <ol class={css.endings} aria-label={words.imagined}>
      {endings.map(({ id, ending: { net, r_multiple } }) => (
        <li key={id} class={css.ending}>
          <Amount value={net} currency={currency} withCurrency result />
          {r_multiple !== null && <RMultiple value={r_multiple} />}
          <span class={css.remove}>
            <IconButton
              icon="close"
              label={words.removeEnding(formats.amount(net, currency, { currency: true, signed: true }))}
              onClick={() => onRemove(id)}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}
