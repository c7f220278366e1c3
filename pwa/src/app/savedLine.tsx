import type { HeldDocument } from '@taffrail/replica/documents';
import { Icon } from '@taffrail/ui';
import { writing } from '../words/index.ts';
import css from './writing.module.css';

/** How far what was written has got, without saying more than is known. */
export function SavedLine({ held, isBlank }: { readonly held: HeldDocument; readonly isBlank: boolean }) {
  const { onDevice, onServer } = held.saved.value;
  const problem = held.problem.value;
  if (problem) {
    return (
      <span class={css.problem} role="alert">
        {onDevice ? '' : `${writing.notSaved}. `}
        {problem.sentence}
      </span>
    );
  }
  // Of what was never written nothing is saved.
  if (isBlank && onDevice) return null;
  const words = !onDevice ? writing.saving : onServer ? writing.onServer : writing.onDevice;
  return (
    <span class={css.saved} role="status">
      <Icon name={onServer ? 'cloud' : onDevice ? 'device' : 'refresh'} />
      {words}
    </span>
  );
}
