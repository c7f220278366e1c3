import { useLayoutEffect, useId, useRef, useState } from 'preact/hooks';
import { classes } from '../classes.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import { IconButton } from './iconButton.tsx';
import css from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly items: readonly MenuItem[];
}

/** Actions that are needed now and then, behind one button. */
export function Menu({ label, icon = 'more', items }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [isFromStart, setFromStart] = useState(false);
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    setFromStart((before) => before || sticksOut(list.current));
    entriesOf(list.current)[0]?.focus();
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

  const close = () => {
    setOpen(false);
    frame.current?.querySelector('button')?.focus();
  };

  return (
    <div ref={frame} class={css.frame}>
      <IconButton
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      />
      <div
        ref={list}
        id={id}
        role="menu"
        aria-label={label}
        class={classes(css.menu, isFromStart && css.fromStart)}
        hidden={!isOpen}
        onKeyDown={(event) => moveIn(event, list.current, close)}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            class={classes(css.item, item.danger === true && css.danger)}
            disabled={item.disabled}
            onClick={() => {
              close();
              item.onSelect();
            }}
          >
            {item.icon !== undefined && <Icon name={item.icon} />}
            <span>{item.label}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

/** It hangs from the end of its button, and from the start where that would leave the window. */
function sticksOut(list: HTMLElement | null): boolean {
  const { left = 0, right = 0 } = list?.getBoundingClientRect() ?? {};
  return left < 0 || right > document.documentElement.clientWidth;
}

function moveIn(event: KeyboardEvent, list: HTMLElement | null, close: () => void): void {
  if (event.key === 'Escape' || event.key === 'Tab') {
    // A dialog around the menu stays open when Escape was meant for the menu.
    event.stopPropagation();
    if (event.key === 'Escape') event.preventDefault();
    close();
    return;
  }
  const entries = entriesOf(list);
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  entries.at(to % entries.length)?.focus();
}

function entriesOf(list: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(list?.querySelectorAll<HTMLButtonElement>('[role=menuitem]:not(:disabled)') ?? [])];
}
