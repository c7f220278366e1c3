import type { Adapter, FieldName, Way } from './adapter.ts';
import { legible } from './legible.ts';
import { MOST_SAME } from './limits.ts';
import { meantBy } from './meaning.ts';
import { plain, signsOf } from './pageLocale.ts';
import type { FieldReading, Why } from './reading.ts';
import type { View } from './view.ts';
import { isPrivate, isVisible, type Words, wordsOf } from './words.ts';

export interface Views {
  readonly ticket: View;
  readonly page: View;
  readonly document: Document;
}

/** A field as read, and the element it was read from. */
export interface Found {
  readonly reading: FieldReading;
  readonly element?: Element;
}

interface Said {
  readonly value: string;
  readonly element: Element;
}

interface Unsaid {
  readonly why: Why;
  readonly seen?: string;
}

const LONGEST_SEEN = 40;

export function fieldFound(name: FieldName, adapter: Adapter, views: Views): Found {
  const rule = adapter.fields[name];
  if (rule === undefined) return { reading: { state: 'absent' } };
  let last: Unsaid = { why: 'no_element' };
  for (const way of rule.read) {
    const answer = answerTo(way, name, adapter, views);
    if ('value' in answer) return certain(answer, way, name, adapter, views);
    if (answer.why === 'no_element') continue;
    last = answer;
    // What is there and cannot be read is not looked for elsewhere; only one of several buttons is pressed, though.
    if (way.from !== 'checked') break;
  }
  const why = whyNotFound(last.why, views.ticket);
  if (rule.optional === true && (why === 'no_element' || why === 'empty')) return { reading: { state: 'absent' } };
  return { reading: { state: 'unreadable', ...last, why } };
}

/** Where two buttons of a pair are both pressed, neither says anything. */
function certain({ value, element }: Said, way: Way, name: FieldName, adapter: Adapter, views: Views): Found {
  const others = way.from === 'checked' ? (adapter.fields[name]?.read.filter(({ from }) => from === 'checked') ?? []) : [];
  const differs = others.some((other) => {
    const said = answerTo(other, name, adapter, views);
    return 'value' in said && said.value !== value;
  });
  return differs ? { reading: { state: 'unreadable', why: 'several' } } : { reading: { state: 'read', value, by: way.selector }, element };
}

function answerTo(way: Way, name: FieldName, adapter: Adapter, views: Views): Said | Unsaid {
  const found = wordsFor(way, views);
  if ('why' in found) return found;
  const { words, element } = found;
  const signs = words.isPlain ? plain : signsOf(adapter, views.document);
  const meant = meantBy(words.text, name, way, adapter, signs);
  if ('value' in meant) return { value: meant.value, element };
  return meant.why === 'empty' ? meant : { why: meant.why, seen: legible(words.text.slice(0, LONGEST_SEEN)) };
}

/** What the elements of a way say, if they agree. What cannot be seen says nothing, but for boxes that pages draw themselves. */
export function wordsFor(
  way: Pick<Way, 'selector' | 'from' | 'within'>,
  { ticket, page }: Views,
): { readonly words: Words; readonly element: Element } | { readonly why: Why } {
  const matching = (way.within === 'page' ? page : ticket).all(way.selector);
  const elements = matching.filter((element) => way.from === 'checked' || isVisible(element)).slice(0, MOST_SAME);
  if (elements.some(isPrivate)) return { why: 'private' };
  const said = elements.flatMap((element) => {
    const words = wordsOf(element, way.from);
    return words === undefined ? [] : [{ words, element }];
  });
  const [first, ...others] = said;
  if (first === undefined) return { why: 'no_element' };
  return others.some(({ words }) => words.text !== first.words.text) ? { why: 'several' } : first;
}

function whyNotFound(why: Why, ticket: View): Why {
  if (why !== 'no_element') return why;
  if (ticket.isCut()) return 'too_much';
  return ticket.isClosed() ? 'closed' : why;
}
