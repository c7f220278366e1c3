import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Some phones lay their keyboard over the page without telling the layout; only the visual viewport knows how much is left. */
export function useKeyboardInset(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { visualViewport: seen } = window;
    if (!seen) return undefined;
    const place = (): void => {
      const covered = Math.max(0, window.innerHeight - seen.height - seen.offsetTop);
      bar.current?.style.setProperty('--keyboard', `${covered}px`);
    };
    place();
    seen.addEventListener('resize', place);
    seen.addEventListener('scroll', place);
    return () => {
      seen.removeEventListener('resize', place);
      seen.removeEventListener('scroll', place);
    };
  }, [bar]);
}
