import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isTyping } from '../actions/typing.ts';
import type { Line } from './rows.ts';

interface RowKeysOptions<R> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly lines: readonly Line<R>[];
  readonly rowPx: number;
  readonly onToggle: ((row: R) => void) | undefined;
}

/** j and k walk the rows, x marks one, Enter follows its link. Gives the line that the keys stand on; Tab leads to that one alone. */
export function useRowKeys<R>(options: RowKeysOptions<R>): number {
  const firstRow = options.lines.findIndex((line) => 'row' in line);
  const [chosen, setChosen] = useState(-1);
  const active = chosen >= 0 && chosen < options.lines.length ? chosen : firstRow;
  const now = useRef({ ...options, active });
  now.current = { ...options, active };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const { scroller, lines, rowPx, onToggle, active: at } = now.current;
      const line = lines[at];
      if (event.key === 'x' && onToggle !== undefined && line !== undefined && 'row' in line) {
        onToggle(line.row);
        return;
      }
      const step = stepOf(event, scroller.current);
      if (step === undefined) return;
      event.preventDefault();
      const isIn = scroller.current?.contains(document.activeElement) === true;
      const to = isIn ? nextRow(lines, at, step) : at;
      setChosen(to);
      bringIntoSight(scroller.current, to, rowPx);
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-line="${to}"] [data-open]`)?.focus({ preventScroll: true }),
      );
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  return active;
}

/** Arrows walk only once one is among the rows; elsewhere they scroll the page. */
function stepOf(event: KeyboardEvent, scroller: HTMLElement | null): 1 | -1 | undefined {
  if (event.key === 'j') return 1;
  if (event.key === 'k') return -1;
  const isOnRow = event.target instanceof Element && event.target.matches('[data-open]') && scroller?.contains(event.target) === true;
  if (!isOnRow) return undefined;
  if (event.key === 'ArrowDown') return 1;
  return event.key === 'ArrowUp' ? -1 : undefined;
}

function nextRow<R>(lines: readonly Line<R>[], from: number, step: 1 | -1): number {
  let to = from + step;
  while (to >= 0 && to < lines.length) {
    const line = lines[to];
    if (line !== undefined && 'row' in line) return to;
    to += step;
  }
  return from;
}

function bringIntoSight(scroller: HTMLElement | null, line: number, rowPx: number): void {
  if (scroller === null) return;
  const heading = scroller.querySelector<HTMLElement>('[data-heading]')?.offsetHeight ?? 0;
  const top = line * rowPx;
  const room = scroller.clientHeight - heading - rowPx;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top > scroller.scrollTop + room) scroller.scrollTop = top - room;
}
