import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Dragged {
  readonly from: number;
  /** How far each row stands from its place while one is dragged through them. */
  readonly shiftOf: (place: number) => number;
}

interface Box {
  readonly top: number;
  readonly bottom: number;
}

interface Grip {
  readonly from: number;
  readonly boxes: readonly Box[];
  /** Where in the window it was taken. */
  readonly y: number;
  /** How far the page was scrolled then: what it scrolls meanwhile counts as moved. */
  readonly scrolled: number;
}

/** So near the edge of the window it scrolls, and so far with each frame. */
const EDGE_PX = 96;
const SCROLL_PX = 10;

/** Drags a row of a list by a pointer or a thumb. Escape puts it back. */
export function useDragging(list: RefObject<HTMLElement | null>, onDrop: (from: number, to: number) => void) {
  const [grip, setGrip] = useState<Grip>();
  const [movedPx, setMovedPx] = useState(0);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const clientY = useRef(0);

  useEffect(() => {
    if (grip === undefined) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const moved = (): number => clientY.current + scrollY - grip.y - grip.scrolled;
    const end = (isDropped: boolean) => {
      setGrip(undefined);
      if (isDropped) drop.current(grip.from, placeOf(grip, moved()));
    };
    const follow = () => {
      scrollBy(0, scrollAt(clientY.current));
      setMovedPx(moved());
      frame = requestAnimationFrame(follow);
    };
    let frame = requestAnimationFrame(follow);
    addEventListener('pointermove', (event) => void (clientY.current = event.clientY), { signal });
    addEventListener('pointerup', () => end(true), { signal });
    addEventListener('pointercancel', () => end(false), { signal });
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    };
    addEventListener('keydown', press, { signal, capture: true });
    return () => {
      ending.abort();
      cancelAnimationFrame(frame);
    };
  }, [grip]);

  const begin = (event: PointerEvent, from: number) => {
    if (event.button !== 0 || list.current === null) return;
    const boxes = [...list.current.children].map((row) => row.getBoundingClientRect());
    clientY.current = event.clientY;
    setMovedPx(0);
    setGrip({ from, boxes, y: event.clientY, scrolled: scrollY });
  };

  return { dragged: grip && draggedBy(grip, movedPx), begin };
}

function scrollAt(clientY: number): number {
  if (clientY < EDGE_PX) return -SCROLL_PX;
  return clientY > innerHeight - EDGE_PX ? SCROLL_PX : 0;
}

/** Where the row lay that the pointer is on now: the others make room and change nothing about it. */
function placeOf({ boxes, y }: Grip, movedPx: number): number {
  return Math.max(
    boxes.findLastIndex(({ top }) => top <= y + movedPx),
    0,
  );
}

function draggedBy(grip: Grip, movedPx: number): Dragged {
  const { from, boxes } = grip;
  const to = placeOf(grip, movedPx);
  const own = boxes[from] ?? { top: 0, bottom: 0 };
  const height = own.bottom - own.top;
  return {
    from,
    shiftOf(place) {
      if (place === from) return movedPx;
      if (place > from && place <= to) return -height;
      return place < from && place >= to ? height : 0;
    },
  };
}
