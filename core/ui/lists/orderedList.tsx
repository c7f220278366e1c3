import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import { usePartWords } from '../setting/setting.tsx';
import { useDragging } from './dragging.ts';
import css from './orderedList.module.css';

interface OrderedListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Says which one it is, for whoever hears where it went. */
  readonly nameOf: (item: T) => string;
  /** Wanted where it has so many of the others before it. */
  readonly onMove: (item: T, to: number) => void;
  readonly children: (item: T, moving: Moving) => ComponentChildren;
}

/** What a row is moved by, to stand where the row wants it. */
export interface Moving {
  readonly handle: ComponentChildren;
  /** Undefined where there is nowhere to go. */
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
}

/** Rows whose order means something: dragged by a pointer or a thumb, or moved by arrows on the handle, with Alt from anywhere in them. */
export function OrderedList<T>({ label, items, keyOf, nameOf, onMove, children }: OrderedListProps<T>) {
  const words = usePartWords();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const keepFocus = useFocusKept(items.map(keyOf).join(' '));

  const move = (from: number, to: number) => {
    const item = items[from];
    if (item === undefined || to === from || to < 0 || to >= items.length) return;
    keepFocus();
    setSaid(words.movedTo(nameOf(item), to + 1, items.length));
    onMove(item, to);
  };
  const { dragged, begin } = useDragging(list, move);

  const press = (event: KeyboardEvent, place: number) => {
    const isOnHandle = event.target instanceof Element && event.target.hasAttribute('data-handle');
    const step = event.altKey || isOnHandle ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    move(place, place + step);
  };

  return (
    <>
      <ol ref={list} class={css.list} aria-label={label}>
        {items.map((item, place) => (
          <li
            key={keyOf(item)}
            class={classes(css.row, dragged !== undefined && css.shifting, dragged?.from === place && css.dragged)}
            style={{ translate: dragged && `0 ${dragged.shiftOf(place)}px` }}
          >
            <div role="presentation" onKeyDown={(event) => press(event, place)}>
              {children(item, {
                handle: <Handle label={words.move(nameOf(item))} onPointerDown={(event) => begin(event, place)} />,
                up: place === 0 ? undefined : () => move(place, place - 1),
                down: place === items.length - 1 ? undefined : () => move(place, place + 1),
              })}
            </div>
          </li>
        ))}
      </ol>
      <p role="status" class="visually-hidden">
        {said}
      </p>
    </>
  );
}

function Handle({ label, onPointerDown }: { readonly label: string; readonly onPointerDown: (event: PointerEvent) => void }) {
  return (
    <button
      type="button"
      data-handle
      class={css.handle}
      aria-label={label}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      title={label}
      onPointerDown={onPointerDown}
    >
      <Icon name="grip" />
    </button>
  );
}

/** A row that is put elsewhere in the page loses the focus on its way. */
function useFocusKept(order: string): () => void {
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (focused.current instanceof HTMLElement && focused.current.isConnected) {
      focused.current.focus({ preventScroll: true });
      focused.current.scrollIntoView({ block: 'nearest' });
    }
    focused.current = null;
  }, [order]);
  return () => (focused.current = document.activeElement);
}
