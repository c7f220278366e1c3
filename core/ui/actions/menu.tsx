import { useLayoutEffect, useRef } from 'preact/hooks';
import { classes } from '../classes.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import css from './menu.module.css';
import { Popover } from './popover.tsx';

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
  return (
    <Popover icon={icon} label={label} kind="menu">
      {(close) => <Entries label={label} items={items} onClose={close} />}
    </Popover>
  );
}

function Entries({ label, items, onClose }: Omit<MenuProps, 'icon'> & { readonly onClose: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => entriesOf(list.current)[0]?.focus(), []);
  return (
    <div ref={list} role="menu" aria-label={label} class={css.menu} onKeyDown={(event) => moveIn(event, list.current, onClose)}>
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          class={classes(css.item, item.danger === true && css.danger)}
          disabled={item.disabled}
          onClick={() => {
            onClose();
            item.onSelect();
          }}
        >
          {item.icon !== undefined && <Icon name={item.icon} />}
          <span>{item.label}</span>
        </button>
      ))}
    </div>
  );
}

function moveIn(event: KeyboardEvent, list: HTMLElement | null, close: () => void): void {
  // On from the button, not through the entries.
  if (event.key === 'Tab') close();
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
