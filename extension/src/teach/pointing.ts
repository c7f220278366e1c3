import { around } from './around.ts';
import { layGlass } from './glass.ts';

export interface Pointing {
  /** What is meant by the element that somebody points at. */
  meant(element: Element): Element;
  picked(element: Element): void;
  givenUp(): void;
}

const presses = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
] as const;

/** Lets somebody point at an element, and gives back what ends it. The arrow up means something larger, the arrow down the smaller again. */
export function letPoint(page: Document, { meant, picked, givenUp }: Pointing): () => void {
  const ending = new AbortController();
  const glass = layGlass(page);
  const options = { capture: true, passive: false, signal: ending.signal };
  let pointedAt: Element | undefined;
  let wider = 0;

  function end(): void {
    ending.abort();
    glass.remove();
  }

  function chosen(): Element | undefined {
    let element = pointedAt && meant(pointedAt);
    for (let step = 0; step < wider && element !== undefined; step++) element = around(element) ?? element;
    return element;
  }

  function show(): void {
    const element = chosen();
    if (element !== undefined) glass.shows(element);
  }

  function move(event: PointerEvent): void {
    const element = glass.at(event.clientX, event.clientY);
    if (element !== pointedAt) wider = 0;
    pointedAt = element;
    show();
  }

  function pick(event: MouseEvent): void {
    keep(event);
    pointedAt = glass.at(event.clientX, event.clientY) ?? pointedAt;
    const element = chosen();
    end();
    if (element === undefined) givenUp();
    else picked(element);
  }

  function press(event: KeyboardEvent): void {
    if (!['Escape', 'ArrowUp', 'ArrowDown'].includes(event.key)) return;
    keep(event);
    if (event.key === 'ArrowUp') wider += 1;
    if (event.key === 'ArrowDown') wider = Math.max(0, wider - 1);
    if (event.key !== 'Escape') return show();
    end();
    givenUp();
  }

  const view = page.defaultView ?? globalThis;
  for (const type of presses) view.addEventListener(type, keep, options);
  view.addEventListener('click', pick, options);
  view.addEventListener('pointermove', move, options);
  view.addEventListener('keydown', press, options);
  return end;
}

/** The page is not to hear of it, nor is the focus to move. */
function keep(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
