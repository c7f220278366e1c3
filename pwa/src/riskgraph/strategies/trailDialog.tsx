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
        {strategy.versions.toReversed().map(({ version, change_type, reason, debit, visible, label, changed_at }) => (
          <li key={version}>
            <strong>{change_type === 'visibility_toggled' ? words.turned(visible) : words.changes[change_type]}</strong>{' '}
            <span class={css.muted}>
              {[formats.dateTime(changed_at), label, debit === null ? words.noDebit : words.paid(formats.price(debit))]
                .filter((said) => said !== null)
                .join(' · ')}
            </span>
            {reason !== null && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
