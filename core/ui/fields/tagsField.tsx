import { useRef, useState } from 'preact/hooks';
import { Chip } from '../notices/chip.tsx';
import { Combobox, type Suggestion } from './combobox.tsx';
import type { FieldProps } from './field.tsx';
import css from './tagsField.module.css';

interface TagsFieldProps extends FieldProps {
  readonly value: readonly string[];
  /** Tags in use, to be offered while one types. */
  readonly known: readonly string[];
  readonly autoFocus?: boolean;
  readonly onChange: (tags: readonly string[]) => void;
}

const MOST_SUGGESTIONS = 6;

export function TagsField({ value, known, onChange, ...field }: TagsFieldProps) {
  const [typed, setTyped] = useState('');
  const frame = useRef<HTMLDivElement>(null);

  const add = (text: string) => {
    const tag = text.trim();
    setTyped('');
    if (tag !== '' && !value.includes(tag)) onChange([...value, tag]);
  };
  const remove = (tag: string) => {
    onChange(value.filter((other) => other !== tag));
    frame.current?.querySelector('input')?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === ',' || (event.key === 'Enter' && typed.trim() !== '')) {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  };

  return (
    <div ref={frame} role="presentation" class={css.tags} onKeyDown={press} onFocusOut={() => add(typed)}>
      <Combobox
        {...field}
        value={typed}
        suggestions={suggestionsFor(typed, known, value)}
        onChange={setTyped}
        onChoose={({ value: tag }) => add(tag)}
      />
      {value.length > 0 && (
        <ul class={css.list}>
          {value.map((tag) => (
            <li key={tag}>
              <Chip onRemove={() => remove(tag)}>{tag}</Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function suggestionsFor(typed: string, known: readonly string[], taken: readonly string[]): readonly Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  return known
    .filter((tag) => !taken.includes(tag) && tag.toLowerCase().includes(wanted))
    .slice(0, MOST_SUGGESTIONS)
    .map((tag) => ({ value: tag, label: tag }));
}
