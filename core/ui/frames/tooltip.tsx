import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import css from './tooltip.module.css';

interface TooltipProps {
  /** Where a figure comes from, or what a word means. */
  readonly text: string;
  readonly children: ComponentChildren;
}

/** Opens on hover, focus and tap, and closes on Escape: nothing in it is out of reach of a keyboard or a thumb. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <span class={css.frame} onPointerEnter={() => setOpen(true)} onPointerLeave={() => setOpen(false)}>
      <button
        type="button"
        class={css.anchor}
        aria-describedby={id}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        {children}
      </button>
      <span id={id} role="tooltip" class={css.tip} hidden={!isOpen}>
        {text}
      </span>
    </span>
  );
}
