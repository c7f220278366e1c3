import type { Adapter, FieldName, Source, Way } from '../brokers/index.ts';
import { nameOf } from './around.ts';
import { sideIn, sideWords } from './sides.ts';

/** A way to read what was pointed at, but for where it is, and what the words in it mean. */
export interface Reads {
  readonly from: Source;
  readonly pattern?: string;
  readonly map?: string;
  readonly value_maps?: Adapter['value_maps'];
}

const CHOSEN = ['aria-checked', 'aria-selected', 'aria-pressed'];

/** Ways to read this element as a field, the plainest first. */
export function readsOf(element: Element, name: FieldName): readonly Reads[] {
  if (name === 'side') return sideReads(element);
  const from = sourceOf(element);
  const found = name === 'symbol' ? '[A-Z][A-Z0-9./]*' : name === 'account' ? undefined : "\\d[\\d.,']*";
  return [{ from }, ...(found === undefined ? [] : [{ from, pattern: found }])];
}

function sideReads(element: Element): readonly Reads[] {
  const words = { map: 'side', value_maps: { side: sideWords } };
  if (!isButtonOfTwo(element)) return [{ from: sourceOf(element), ...words }];
  const side = sideIn(nameOf(element));
  if (side === undefined) return [];
  const map = `${side}_chosen`;
  return [{ from: 'checked', map, value_maps: { [map]: { true: side } } }];
}

/** Whether it says that it is chosen, rather than what. */
export const isButtonOfTwo = (element: Element): boolean =>
  /^(?:radio|checkbox)$/.test(element.getAttribute('type') ?? '') || CHOSEN.some((attribute) => element.hasAttribute(attribute));

function sourceOf(element: Element): Source {
  if (element.localName === 'select') return 'text';
  // A button has a value too, and nothing is ever in it.
  if ('value' in element && typeof element.value === 'string' && element.localName !== 'button') return 'value';
  return element.hasAttribute('aria-valuenow') || element.hasAttribute('aria-valuetext') ? 'aria' : 'text';
}

export const wayOf = ({ value_maps: _, ...reads }: Reads, selector: string, isBeside: boolean): Way => ({
  selector,
  ...reads,
  ...(isBeside && { within: 'page' }),
});
