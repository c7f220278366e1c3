import { legible } from './legible.ts';

const LONGEST_MARK = 60;

/** What somebody sees a field by: what kind it is and what it is called, without figures, which change. */
export function markOf(element: Element): string {
  const kind = [element.localName, element.getAttribute('type') ?? '', element.getAttribute('role') ?? ''].join('|');
  return `${kind}|${legible(labelOf(element)).replaceAll(/\d+/g, '')}`.slice(0, LONGEST_MARK);
}

/** Only what is there to name it; its own text may be what it says. */
function labelOf(element: Element): string {
  const named = element.getAttribute('aria-label') ?? element.getAttribute('name') ?? element.getAttribute('placeholder');
  if (named !== null) return named.slice(0, LONGEST_MARK);
  const labels = 'labels' in element ? (element as HTMLInputElement).labels : null;
  return labels?.[0]?.textContent.slice(0, LONGEST_MARK) ?? '';
}
