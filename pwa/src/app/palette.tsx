import { classes, Icon, Kbd, useFormats } from '@taffrail/ui';
import { signal } from '@preact/signals';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { shell } from '../words/index.ts';
import { type Action, actions, finders } from './actions.ts';
import css from './palette.module.css';

const isOpen = signal(false);

export function openPalette(): void {
  isOpen.value = true;
}

/** Everything one can do from here, by its name, and what one has. */
export function Palette() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = isOpen.value;
  // Before the next key, which belongs into it already.
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const close = () => {
    isOpen.value = false;
  };

  return (
    <dialog
      ref={dialog}
      class={css.palette}
      aria-label={shell.search}
      onClose={close}
      onPointerDown={(event) => event.target === event.currentTarget && close()}
    >
      {open && <Search onDone={close} />}
    </dialog>
  );
}

function Search({ onDone }: { readonly onDone: () => void }) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const formats = useFormats();
  const called = actionsCalled(
    typed,
    actions.value.filter(({ run }) => run !== openPalette),
  );
  const found = typed.trim() === '' ? called : [...called, ...finders.value.flatMap((find) => find(typed, formats))];
  const active = Math.min(at, found.length - 1);

  const run = (action: Action | undefined) => {
    if (action === undefined) return;
    onDone();
    // The dialog gives the focus back first; what is done may then put it elsewhere.
    requestAnimationFrame(() => action.run());
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const next = (active + step + found.length) % found.length;
      setAt(next);
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[active]);
    }
  };

  return (
    <div class={css.inside}>
      <div class={css.field}>
        <Icon name="search" />
        <input
          type="text"
          class={css.input}
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-label={shell.searchHint}
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
          placeholder={shell.searchHint}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </div>
      <ul ref={list} id={listId} role="listbox" aria-label={shell.search} class={css.list}>
        {found.map((action, place) => (
          <li
            key={action.id}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={place === active}
            class={classes(css.action, place === active && css.active)}
            onPointerMove={() => setAt(place)}
            onClick={() => run(action)}
          >
            {action.icon !== undefined && <Icon name={action.icon} />}
            <span class={css.label}>{action.label}</span>
            {action.keys !== undefined && <Kbd keys={action.keys} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p class={css.none} role="status">
          {shell.noActions(typed)}
        </p>
      )}
    </div>
  );
}

/** Every word typed begins a word of the action; whose own name begins so comes first. */
function actionsCalled(typed: string, all: readonly Action[]): readonly Action[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const called = all.filter(({ label, also = '' }) => wanted.every((word) => ` ${label} ${also}`.toLowerCase().includes(` ${word}`)));
  const isFirst = ({ label }: Action) => label.toLowerCase().startsWith(wanted[0] ?? '');
  return [...called.filter(isFirst), ...called.filter((action) => !isFirst(action))];
}
