import { useId, useState } from 'preact/hooks';
import { classes } from '../classes.ts';
import { usePartWords } from '../setting/setting.tsx';
import { Field, type FieldProps } from './field.tsx';
import control from './control.module.css';
import css from './combobox.module.css';

export interface Suggestion {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

interface ComboboxProps extends FieldProps {
  readonly value: string;
  /** Already narrowed to what was typed, best first. */
  readonly suggestions: readonly Suggestion[];
  readonly onChange: (value: string) => void;
  readonly onChoose?: (suggestion: Suggestion) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly upperCase?: boolean;
}

/** Free text with suggestions: what is not on the list is as good as what is. */
export function Combobox({
  label,
  hint,
  error,
  optional,
  bare,
  value,
  suggestions,
  onChange,
  onChoose,
  upperCase,
  ...native
}: ComboboxProps) {
  const words = usePartWords();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = isOpen && value.trim() !== '' ? suggestions : [];
  const at = Math.min(active, shown.length - 1);

  const choose = (suggestion: Suggestion) => {
    onChange(suggestion.value);
    onChoose?.(suggestion);
    setOpen(false);
    setActive(-1);
  };
  const type = (text: string) => {
    onChange(upperCase === true ? text.toUpperCase() : text);
    setOpen(true);
    setActive(-1);
  };
  const press = (event: KeyboardEvent) => {
    const chosen = shown[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (shown.length > 0) setActive((at + (event.key === 'ArrowDown' ? 1 : shown.length + (at < 0 ? 0 : -1))) % shown.length);
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && shown.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <Field label={label} hint={hint} error={error} optional={optional} bare={bare}>
      {(ties) => (
        <div class={css.frame}>
          <input
            {...native}
            {...ties}
            type="text"
            role="combobox"
            autocomplete="off"
            autoCapitalize={upperCase === true ? 'characters' : 'none'}
            spellcheck={false}
            aria-autocomplete="list"
            aria-expanded={shown.length > 0}
            aria-controls={listId}
            aria-activedescendant={at < 0 ? undefined : `${listId}-${at}`}
            class={control.control}
            value={value}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={press}
            onBlur={() => setOpen(false)}
          />
          <ul id={listId} role="listbox" aria-label={label} class={css.list} hidden={shown.length === 0}>
            {shown.map((suggestion, place) => (
              <li
                key={suggestion.value}
                id={`${listId}-${place}`}
                role="option"
                aria-selected={place === at}
                class={classes(css.option, place === at && css.active)}
                // Pressing must not take the focus from the field, which would close the list first.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(suggestion)}
              >
                <span>{suggestion.label}</span>
                {suggestion.note !== undefined && <span class={css.note}>{suggestion.note}</span>}
              </li>
            ))}
          </ul>
          <span class="visually-hidden" role="status">
            {isOpen && value !== '' && shown.length === 0 ? words.noMatches : ''}
          </span>
        </div>
      )}
    </Field>
  );
}
