/** How far each scroller of a visit had moved: the page itself under an empty name, lists under theirs. */
type Kept = { readonly [scroller: string]: number };

const PREFIX = 'taffrail scroll ';

/** Kept in the session, so that a reload and a return from another site find it too. */
export function keepScroll(visit: string): void {
  const kept: { [scroller: string]: number } = { '': scrollY };
  for (const element of scrollers()) kept[element.dataset['scroll'] ?? ''] = element.scrollTop;
  try {
    sessionStorage.setItem(PREFIX + visit, JSON.stringify(kept));
  } catch {
    // Full or forbidden: the page opens at its top.
  }
}

/** Whether everything stands where it stood; while a list is not tall enough yet, there is more to come. */
export function restoreScroll(visit: string): boolean {
  const kept = JSON.parse(sessionStorage.getItem(PREFIX + visit) ?? '{}') as Kept;
  scrollTo(0, kept[''] ?? 0);
  for (const element of scrollers()) element.scrollTop = kept[element.dataset['scroll'] ?? ''] ?? 0;
  const present = new Map(scrollers().map((element) => [element.dataset['scroll'] ?? '', element.scrollTop]));
  present.set('', scrollY);
  return Object.entries(kept).every(([scroller, top]) => Math.abs((present.get(scroller) ?? 0) - top) < 2);
}

function scrollers(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-scroll]')];
}
