import { type Adapter, type Meaning, meantBy, readTicket, signsOf, textOf } from '../brokers/index.ts';
import type { Learnt } from './lesson.ts';
import type { NotLearnt } from './messages.ts';
import { selectorsFor } from './selectors.ts';
import { sideWords } from './sides.ts';

type Spoken = keyof NonNullable<Adapter['submit']>['says'];

/** How buttons speak of an order: a word for the side, then figures, and the symbol in capitals. */
const phrases: { readonly [Name in Spoken]: readonly Meaning[] } = {
  side: [{ pattern: '^[^\\s\\d]+', map: 'side' }],
  quantity: [{ pattern: "\\b\\d[\\d.,']*\\b" }],
  symbol: [{ pattern: '\\b[A-Z][A-Z0-9./]+$' }, { pattern: '\\b[A-Z][A-Z0-9./]*\\d[A-Z0-9]*\\b' }, { pattern: '\\b[A-Z]{2,}\\b' }],
};

/** Learns what the button says of the fields that have been read. What it says of none of them is no check. */
export function submitLearnt(lesson: Adapter, button: Element, root: Element): Learnt | { readonly why: NotLearnt } {
  const selector = selectorsFor(button, root);
  if (selector.length === 0) return { why: 'not_found_again' };
  const words = textOf(button);
  const { fields } = readTicket(lesson, root);
  const value_maps = { ...lesson.value_maps, side: { ...sideWords } };
  const says = Object.fromEntries(
    (['symbol', 'side', 'quantity'] as const).flatMap((name) => {
      const reading = fields[name];
      const phrase = phrases[name].find((meaning) => {
        const meant = meantBy(words, name, meaning, { value_maps }, signsOf(lesson, root.ownerDocument));
        return 'value' in meant && reading.state === 'read' && meant.value === reading.value;
      });
      return phrase === undefined ? [] : [[name, phrase]];
    }),
  );
  if (Object.keys(says).length === 0) return { why: 'not_read' };
  return { lesson: { ...lesson, value_maps, submit: { selector, says } }, reading: null, wants: null };
}
