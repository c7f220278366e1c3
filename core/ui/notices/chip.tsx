import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { usePartWords } from '../setting/setting.tsx';
import css from './chip.module.css';

interface ChipProps {
  readonly children: string;
  readonly onRemove?: () => void;
}

/** A tag, or a filter that is on. */
export function Chip({ children, onRemove }: ChipProps) {
  const words = usePartWords();
  return (
    <span class={css.chip}>
      <span class={css.text}>{children}</span>
      {onRemove !== undefined && (
        <button type="button" class={css.remove} aria-label={words.remove(children)} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}

export function ChipRow({ children }: { readonly children: ComponentChildren }) {
  return <span class={css.row}>{children}</span>;
}
