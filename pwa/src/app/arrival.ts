import { useEffect } from 'preact/hooks';
import { type Place, restoreScroll } from '../routes/index.ts';

/** A list that one returns to is filled within this, or it is not going to be as long as it was. */
const PATIENCE_MS = 1500;

/** On arriving: the focus on the heading, and the page where one left it, or at its top where one has not been. */
export function useArrival({ visit, by }: Place, isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return undefined;
    const startedMs = performance.now();
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    // Whoever moves by themselves is not moved any more.
    for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
      addEventListener(type, stop, { signal: stopping.signal, passive: true });
    if (by === 'going') scrollTo(0, 0);
    const settle = () => {
      if (stopping.signal.aborted) return;
      const hasScrolled = by === 'going' || restoreScroll(visit);
      const hasFocus = by === 'start' || focusHeading();
      if ((!hasScrolled || !hasFocus) && performance.now() - startedMs < PATIENCE_MS) requestAnimationFrame(settle);
    };
    settle();
    return stop;
  }, [visit, by, isReady]);
}

/** A page that has put the focus somewhere itself knows better. */
function focusHeading(): boolean {
  const main = document.querySelector('main');
  const heading = main?.querySelector('h1');
  if (main?.contains(document.activeElement) === true) return true;
  heading?.focus({ preventScroll: true });
  return heading !== null && heading !== undefined;
}
