import { useId } from 'preact/hooks';
import { Button } from '../actions/button.tsx';
import { useFormats, usePartWords } from '../setting/setting.tsx';
import css from './progress.module.css';

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** Unknown where nobody can tell how much there is. */
  readonly total?: number | undefined;
  readonly onCancel?: () => void;
}

/** Long work, with numbers, and a way out. */
export function Progress({ label, done, total, onCancel }: ProgressProps) {
  const words = usePartWords();
  const formats = useFormats();
  const id = useId();
  return (
    <div class={css.progress}>
      <div class={css.words}>
        <span id={id}>{label}</span>
        <span class={css.numbers}>
          {total === undefined ? formats.count(done) : words.progress(formats.count(done), formats.count(total))}
        </span>
      </div>
      <progress class={css.bar} aria-labelledby={id} value={total === undefined ? undefined : done} max={total} />
      {onCancel !== undefined && (
        <Button tone="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      )}
    </div>
  );
}
