import type { Override } from '@taffrail/domain/discipline';
import type { PositionRow } from '@taffrail/replica';
import { Timeline, useFormats } from '@taffrail/ui';
import { useReplica } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { reviews as words } from '../../words/index.ts';
import css from './reviews.module.css';

/** Where the trader went on all the same: why, and what stood against it. */
export function Overrides({ overrides }: { readonly overrides: readonly Override[] }) {
  const formats = useFormats();
  const rows = useReplica().rows<PositionRow>('positions').value;
  if (overrides.length === 0) return <p class={css.muted}>{words.noOverrides}</p>;
  return (
    <Timeline
      label={words.overrides}
      entries={overrides.map(({ id, declared_at, position_id, reason, reasons }) => {
        const symbol = rows?.get(position_id ?? '')?.symbol;
        return {
          key: id,
          icon: 'warning',
          time: formats.dateTime(declared_at),
          title: reason,
          body: (
            <>
              {position_id !== null && symbol !== undefined && <a href={link('position', { id: position_id })}>{symbol}</a>}
              <ul>
                {reasons.map(({ rule, sentence }) => (
                  <li key={rule}>{formats.sentence(sentence)}</li>
                ))}
              </ul>
            </>
          ),
        };
      })}
    />
  );
}
