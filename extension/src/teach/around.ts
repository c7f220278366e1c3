import { textOf } from '../brokers/index.ts';

const ENTRY =
  'input:not([type=hidden]):not([type=button]):not([type=submit]), select, textarea, [role=spinbutton], [role=textbox], [role=combobox]';
const BUTTON = 'button, [role=button], input[type=button], input[type=submit]';

/** The element around, out of a shadow root too. */
export function around(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

/** What may be the ticket where somebody points at a spot in it: the smallest thing with fields and a button in it. */
export function ticketAround(element: Element): Element {
  for (let at: Element | null = element; at !== null; at = around(at)) {
    if (at.localName === 'body') return element;
    const inside = at.shadowRoot ?? at;
    if (inside.querySelectorAll(ENTRY).length >= 2 && inside.querySelector(BUTTON) !== null) return at;
  }
  return element;
}

/** What holds the value where somebody points at a field: the input rather than its label or the box that is drawn around it. */
export function fieldAround(element: Element): Element {
  const label = element.closest('label');
  const control = label?.control ?? null;
  if (control !== null) return control;
  if (element.matches(ENTRY)) return element;
  const entries = element.querySelectorAll(ENTRY);
  if (entries.length === 1 && entries[0] !== undefined) return entries[0];
  return element.closest(BUTTON) ?? element;
}

/** What a button or a choice is called by. */
export function nameOf(element: Element): string {
  const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0] : undefined;
  const own = label === undefined ? textOf(element) : textOf(label);
  return own.trim() === '' ? (element.getAttribute('aria-label') ?? element.getAttribute('value') ?? '') : own;
}
