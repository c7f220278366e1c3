import type { Strategy } from '@taffrail/domain/riskgraph';
import { Button, Dialog, useFormats } from '@taffrail/ui';
import { riskgraph as words } from '../../words/index.ts';
import { nameOf } from '../names.ts';
import css from './strategies.module.css';

/** Every version of a strategy, the newest first. */
export function TrailDialog({ strategy, onClose }: { readonly strategy: Strategy; readonly onClose: () => void }) {
  const formats = useFormats();
  return (
    <Dialog
      open
      title={`${words.trail} · ${nameOf(strategy)}`}
      onClose={onClose}
      actions={<Button onClick={onClose}>{words.close}</Button>}
    >
      <ol class={css.trail} reversed>
        {strategy.versions.toReversed().map(({ version, change_type, reason, debit, changed_at }) => (
          <li key={version}>
            <strong>{words.changes[change_type]}</strong>{' '}
            <span class={css.muted}>
              {formats.dateTime(changed_at)} · {debit === null ? words.noDebit : words.paid(formats.price(debit))}
            </span>
            {reason !== null && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
