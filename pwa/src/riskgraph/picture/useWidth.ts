import { useEffect, useRef, useState } from 'preact/hooks';

/** How wide an element is at the moment, so that what is drawn in it is drawn at its size. */
export function useWidth<E extends HTMLElement>(otherwise: number) {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(otherwise);
  useEffect(() => {
    if (element.current === null) return undefined;
    const watching = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watching.observe(element.current);
    return () => watching.disconnect();
  }, []);
  return [element, width] as const;
}
