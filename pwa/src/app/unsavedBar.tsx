import { Button } from '@taffrail/ui';
import { writing as words } from '../words/index.ts';
import css from './unsavedBar.module.css';

interface UnsavedBarProps {
  /** What the button that keeps it says. */
  readonly save: string;
  readonly onDiscard: () => void;
}

/** At the foot of a long form that was changed, always in reach. */
export function UnsavedBar({ save, onDiscard }: UnsavedBarProps) {
  return (
    <div class={css.bar}>
      <span class={css.unsaved}>{words.unsaved}</span>
      <Button onClick={onDiscard}>{words.discard}</Button>
      <Button type="submit" tone="primary">
        {save}
      </Button>
    </div>
  );
}
