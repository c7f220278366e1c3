import { Icon } from '../icons/icon.tsx';
import { useHasServer, usePartWords } from '../setting/setting.tsx';
import css from './marks.module.css';

/** Beside what this device has and the server has not. */
export function PendingMark() {
  const words = usePartWords();
  if (!useHasServer()) return null;
  return (
    <span class={css.pending} title={words.pending}>
      <Icon name="pending" label={words.pending} />
    </span>
  );
}

/** Beside what the server decided otherwise, until the trader has chosen. */
export function ConflictMark() {
  const words = usePartWords();
  return (
    <span class={css.conflict} title={words.conflict}>
      <Icon name="conflict" label={words.conflict} />
    </span>
  );
}

export function OfflineMark() {
  const words = usePartWords();
  return (
    <span class={css.pending} title={words.offline}>
      <Icon name="offline" label={words.offline} />
    </span>
  );
}
