import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { classes } from '../classes.ts';
import type { IconName } from '../icons/icon.tsx';
import { IconButton } from './iconButton.tsx';
import css from './popover.module.css';

interface PopoverProps {
  readonly icon: IconName;
  readonly label: string;
  readonly kind?: 'menu';
  /** Drawn anew each time it opens. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** Hangs from its button, and goes with Escape or when one turns to something else. */
export function Popover({ icon, label, kind, children }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const [isFromStart, setFromStart] = useState(false);
  const [buttonId, panelId] = [useId(), useId()];
  const frame = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    setFromStart((before) => before || sticksOut(panel.current));
    const leaving = new AbortController();
    const leave = (event: Event) => {
      if (!(event.target instanceof Node && frame.current?.contains(event.target))) setOpen(false);
    };
    document.addEventListener('pointerdown', leave, { signal: leaving.signal });
    document.addEventListener('focusin', leave, { signal: leaving.signal });
    return () => leaving.abort();
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    document.getElementById(buttonId)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    // A dialog around it stays open.
    event.stopPropagation();
    event.preventDefault();
    close();
  };

  return (
    <div ref={frame} role="presentation" class={css.frame} onKeyDown={press}>
      <IconButton
        id={buttonId}
        icon={icon}
        label={label}
        aria-haspopup={kind}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      />
      <div ref={panel} id={panelId} class={classes(css.panel, isFromStart && css.fromStart)} hidden={!isOpen}>
        {isOpen && children(close)}
      </div>
    </div>
  );
}

/** It hangs from the end of its button, and from the start where that would leave the window. */
function sticksOut(panel: HTMLElement | null): boolean {
  const { left = 0, right = 0 } = panel?.getBoundingClientRect() ?? {};
  return left < 0 || right > document.documentElement.clientWidth;
}
