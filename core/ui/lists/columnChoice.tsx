import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { IconButton } from '../actions/iconButton.tsx';
import { Checkbox } from '../fields/checkbox.tsx';
import { usePartWords } from '../setting/setting.tsx';
import css from './columnChoice.module.css';

interface ColumnChoiceProps {
  readonly columns: readonly { readonly key: string; readonly heading: string }[];
  readonly shown: ReadonlySet<string>;
  readonly onChange: (shown: ReadonlySet<string>) => void;
}

export function ColumnChoice({ columns, shown, onChange }: ColumnChoiceProps) {
  const words = usePartWords();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = (event: Event) => {
      if (!(event.target instanceof Node && frame.current?.contains(event.target))) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isOpen]);

  const change = (key: string, isShown: boolean) => {
    const next = new Set(shown);
    if (isShown) next.add(key);
    else next.delete(key);
    onChange(next);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    frame.current?.querySelector('button')?.focus();
  };

  return (
    <div ref={frame} role="presentation" class={css.frame} onKeyDown={press}>
      <IconButton icon="columns" label={words.columns} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)} />
      <fieldset id={id} class={css.choice} hidden={!isOpen}>
        <legend class="visually-hidden">{words.columns}</legend>
        {columns.map(({ key, heading }) => (
          <Checkbox key={key} label={heading} checked={shown.has(key)} onChange={(isShown) => change(key, isShown)} />
        ))}
      </fieldset>
    </div>
  );
}
