import type { Source } from './adapter.ts';
import { LONGEST_TEXT } from './limits.ts';

/** What an element says, and whether a program wrote it there rather than for somebody to read. */
export interface Words {
  readonly text: string;
  readonly isPlain?: true;
}

const SECRET_NAMES = /passw|passcode|card.?num|cvv|cvc|security.?code|one.?time|otp/i;

/** Nobody's broker adapter needs them, so no adapter gets them, whatever its selectors say. */
export function isPrivate(element: Element): boolean {
  const [type, autocomplete, name, id] = ['type', 'autocomplete', 'name', 'id'].map((each) => element.getAttribute(each) ?? '');
  if (type?.toLowerCase() === 'password' || /(?:^|\s)cc-|password|one-time-code/i.test(autocomplete ?? '')) return true;
  return 'value' in element && SECRET_NAMES.test(`${name} ${id}`);
}

/** Undefined where the element has no such thing. */
export function wordsOf(element: Element, from: Source): Words | undefined {
  if (from === 'text') return { text: textOf(element) };
  if (from === 'value') return valueOf(element);
  if (from === 'checked') return { text: String(isChosen(element)) };
  if (from === 'aria') return ariaOf(element);
  const name = from.slice('attribute:'.length);
  const text = element.getAttribute(name);
  return text === null ? undefined : { text, ...(name.startsWith('data-') && { isPlain: true }) };
}

/** Elements of a frame belong to its window, so what they are is told by what they have. */
function valueOf(element: Element): Words | undefined {
  if (!('value' in element) || typeof element.value !== 'string') return undefined;
  const isNumber = /^(?:number|range)$/i.test(element.getAttribute('type') ?? '');
  return { text: element.value, ...(isNumber && { isPlain: true }) };
}

function isChosen(element: Element): boolean {
  if ('checked' in element && typeof element.checked === 'boolean') return element.checked;
  return ['aria-checked', 'aria-selected', 'aria-pressed'].some((name) => element.getAttribute(name) === 'true');
}

function ariaOf(element: Element): Words | undefined {
  const said = element.getAttribute('aria-valuetext');
  if (said !== null) return { text: said };
  const now = element.getAttribute('aria-valuenow');
  if (now !== null) return { text: now, isPlain: true };
  const label = element.getAttribute('aria-label');
  return label === null ? undefined : { text: label };
}

/** The text of an element that can be seen, gathered until there is more than anybody reads, so that a megabyte costs no more than a line. */
export function textOf(element: Element): string {
  if ('selectedOptions' in element) return (element as HTMLSelectElement).selectedOptions[0]?.text.slice(0, LONGEST_TEXT + 1) ?? '';
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let seen = 0; seen < LONGEST_TEXT && text.length <= LONGEST_TEXT; seen++) {
    const node = walker.nextNode();
    if (node === null) break;
    const parent = node.parentElement;
    if (parent === null || /^(?:script|style|template|noscript)$/i.test(parent.tagName) || !isVisible(parent)) continue;
    text += ` ${(node.nodeValue ?? '').trim().slice(0, LONGEST_TEXT + 1)}`;
    text = text.trimStart();
  }
  return text;
}

export const isVisible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
