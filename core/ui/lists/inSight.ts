import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Rows kept ready above and below, so that a flick of the wheel shows no gap. */
const SPARE_ROWS = 8;
const GUESS = { top: 0, height: 800, rowPx: 36 };

interface InSight {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  readonly rowPx: number;
}

/** Which rows of many are worth drawing: those in sight of their scroller. All are of one height, which is measured from one that is drawn. */
export function useRowsInSight(scroller: RefObject<HTMLElement | null>, count: number): InSight {
  const [{ top, height, rowPx }, setSight] = useState(GUESS);
  const isEmpty = count === 0;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = () => setSight((before) => unlessSame(before, sightOf(element, before.rowPx)));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, isEmpty]);

  const end = Math.min(count, Math.ceil((top + height) / rowPx) + SPARE_ROWS);
  const first = Math.min(Math.max(0, Math.floor(top / rowPx) - SPARE_ROWS), Math.max(0, end - 1));
  return { first, end, rowPx };
}

/** Nothing is drawn again for it. */
const unlessSame = (before: typeof GUESS, now: typeof GUESS): typeof GUESS =>
  before.top === now.top && before.height === now.height && before.rowPx === now.rowPx ? before : now;

function sightOf(element: HTMLElement, knownRowPx: number): typeof GUESS {
  const measuredPx = element.querySelector<HTMLElement>('[data-row]')?.getBoundingClientRect().height;
  return {
    top: element.scrollTop,
    height: element.clientHeight,
    rowPx: measuredPx === undefined || measuredPx === 0 ? knownRowPx : measuredPx,
  };
}
