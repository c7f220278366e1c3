import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isTyping } from '../actions/typing.ts';
import type { Line } from './rows.ts';

interface RowKeysOptions<R> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly lines: readonly Line<R>[];
  readonly keyOf: (row: R) => string;
  readonly rowPx: number;
  readonly onToggle: ((row: R) => void) | undefined;
}

/** The row that the keys are on, and the line where it was then. */
interface Stand {
  readonly key: string;
  readonly line: number;
}

/**
 * j and k walk the rows, x marks one, Enter follows its link. Gives the line that the keys stand on; Tab leads to that one alone. They stand
 * on a row: where the order changes, they and the focus go where it went.
 */
export function useRowKeys<R>(options: RowKeysOptions<R>): number {
  const { scroller, lines, keyOf, rowPx } = options;
  const [stand, setStand] = useState<Stand>();
  const active = useMemo(() => lineOf(lines, keyOf, stand), [lines, keyOf, stand]);
  const now = useRef({ ...options, active });
  now.current = { ...options, active };
  // Read before the lines are written anew: afterwards another row is where this one was.
  const focused = focusedIn(scroller.current);

  useLayoutEffect(() => {
    if (focused === undefined || focused.line === active) return;
    bringIntoSight(scroller.current, active, rowPx);
    focusLine(scroller.current, active, focused.control);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- where the lines stay, whoever moved the focus meant it
  }, [lines]);

  useEffect(() => {
    const list = scroller.current;
    const standHere = () => setStand((before) => standOn(now.current, focusedIn(list)?.line ?? -1) ?? before);
    list?.addEventListener('focusin', standHere);
    return () => list?.removeEventListener('focusin', standHere);
  }, [scroller]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const { lines: shown, onToggle, active: at } = now.current;
      const list = scroller.current;
      const line = shown[at];
      if (event.key === 'x' && onToggle !== undefined && line !== undefined && 'row' in line) {
        onToggle(line.row);
        return;
      }
      const step = stepOf(event, list);
      if (step === undefined) return;
      event.preventDefault();
      const isIn = list?.contains(document.activeElement) === true;
      const to = isIn ? nextRow(shown, at, step) : at;
      setStand(standOn(now.current, to));
      bringIntoSight(list, to, now.current.rowPx);
      focusLine(list, to, LINK);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [scroller]);

  return active;
}

/** Where its row is now, the nearest where it stands in several groups; where it is gone, what took its place. */
function lineOf<R>(lines: readonly Line<R>[], keyOf: (row: R) => string, stand: Stand | undefined): number {
  if (stand === undefined) return lines.findIndex((line) => 'row' in line);
  const isIt = (at: number): boolean => {
    const line = lines[at];
    return line !== undefined && 'row' in line && keyOf(line.row) === stand.key;
  };
  const furthest = Math.max(lines.length, stand.line);
  for (let away = 0; away <= furthest; away++) {
    if (isIt(stand.line - away)) return stand.line - away;
    if (isIt(stand.line + away)) return stand.line + away;
  }
  const place = Math.min(stand.line, lines.length - 1);
  const line = lines[place];
  // Below the heading of a group is always a row.
  return line !== undefined && 'group' in line ? place + 1 : place;
}

function standOn<R>({ lines, keyOf }: Pick<RowKeysOptions<R>, 'lines' | 'keyOf'>, at: number): Stand | undefined {
  const line = lines[at];
  return line !== undefined && 'row' in line ? { key: keyOf(line.row), line: at } : undefined;
}

const LINK = '[data-open]';

interface Focused {
  readonly line: number;
  /** Which of the things of its row it is. */
  readonly control: string;
}

function focusedIn(scroller: HTMLElement | null): Focused | undefined {
  const element = document.activeElement;
  if (element === null || scroller?.contains(element) !== true) return undefined;
  const line = element.closest<HTMLElement>('[data-line]')?.dataset['line'];
  return line === undefined ? undefined : { line: Number(line), control: element.matches(LINK) ? LINK : 'input' };
}

/** At once where the line is drawn, else once it is. */
function focusLine(scroller: HTMLElement | null, line: number, control: string): void {
  const focus = () => {
    const element = scroller?.querySelector<HTMLElement>(`[data-line="${line}"] ${control}`);
    element?.focus({ preventScroll: true });
    return element;
  };
  if (!focus()) requestAnimationFrame(focus);
}

/** Arrows walk only once one is among the rows; elsewhere they scroll the page. */
function stepOf(event: KeyboardEvent, scroller: HTMLElement | null): 1 | -1 | undefined {
  if (event.key === 'j') return 1;
  if (event.key === 'k') return -1;
  const isOnRow = event.target instanceof Element && event.target.matches(LINK) && scroller?.contains(event.target) === true;
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
