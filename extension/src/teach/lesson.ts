import {
  type Adapter,
  type FieldName,
  type FieldReading,
  fingerprintOf,
  isPrivate,
  readTicket,
  ticketIn,
  type Way,
} from '../brokers/index.ts';
import { around } from './around.ts';
import type { NotLearnt } from './messages.ts';
import { selectorsFor } from './selectors.ts';
import { isButtonOfTwo, type Reads, readsOf, wayOf } from './ways.ts';

export type Learnt = { readonly lesson: Adapter; readonly reading: FieldReading | null; readonly wants: 'other_side' | null };
type Answer = Learnt | { readonly why: NotLearnt };

/** What a ticket may do without. */
const optional: ReadonlySet<FieldName> = new Set(['price', 'stop', 'target', 'account']);
/** What pages show beside the ticket, in a heading or a list of accounts. */
const beside: ReadonlySet<FieldName> = new Set(['symbol', 'account']);

export function lessonAbout(root: Element, page: Document): Answer {
  const ticket = selectorsFor(root, page);
  if (ticket.length === 0) return { why: 'not_found_again' };
  const { protocol, hostname } = page.location;
  const lesson: Adapter = {
    format: 'taffrail.adapter',
    version: 1,
    id: `taught-${hostname.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 60),
    name: hostname.slice(0, 60),
    matches: [`${protocol}//${hostname}/*`],
    ticket,
    fields: {},
    number_locale: 'page',
    value_maps: {},
    submit: null,
    adapter_version: 1,
    last_verified: null,
    status: 'experimental',
    fingerprint: {},
  };
  return ticketIn(lesson, page) === root ? { lesson, reading: null, wants: null } : { why: 'not_found_again' };
}

/** Learns to read a field, and tries at once: what is not read the same way again is not learnt. */
export function fieldLearnt(lesson: Adapter, name: FieldName, isOtherSide: boolean, element: Element, root: Element): Answer {
  if (isPrivate(element)) return { why: 'private' };
  const isBeside = !isWithin(element, root);
  if (isBeside && !beside.has(name)) return { why: 'outside_the_ticket' };
  const reads = readsOf(element, name);
  if (reads.length === 0) return { why: 'no_side' };
  const selectors = selectorsFor(element, isBeside ? root.ownerDocument : root);
  if (selectors.length === 0) return { why: 'not_found_again' };
  for (const each of reads) {
    const learnt = tried(
      lesson,
      name,
      isOtherSide,
      each,
      selectors.map((selector) => wayOf(each, selector, isBeside)),
      root,
    );
    if (learnt !== undefined) return { ...learnt, wants: each.from === 'checked' && !isOtherSide ? 'other_side' : null };
  }
  return { why: name === 'side' && !isButtonOfTwo(element) ? 'no_side' : 'not_read' };
}

function tried(
  lesson: Adapter,
  name: FieldName,
  isOtherSide: boolean,
  reads: Reads,
  ways: readonly Way[],
  root: Element,
): Omit<Learnt, 'wants'> | undefined {
  // The button taught before says the other thing.
  const before = isOtherSide ? (lesson.fields[name]?.read ?? []).filter(({ map }) => map !== reads.map) : [];
  const fields = { ...lesson.fields, [name]: { read: [...before, ...ways], ...(optional.has(name) && { optional: true }) } };
  const value_maps = { ...lesson.value_maps, ...reads.value_maps };
  for (const number_locale of localesFrom(lesson)) {
    const adapter: Adapter = { ...lesson, fields, value_maps, number_locale };
    const reading = readTicket(adapter, root).fields[name];
    if (isGood(reading, reads)) return { lesson: { ...adapter, fingerprint: fingerprintOf(adapter, root) }, reading };
  }
  return undefined;
}

/** A button that is not chosen, and a field that nothing has been filled into, say nothing yet. */
function isGood(reading: FieldReading, { from }: Reads): boolean {
  if (reading.state !== 'unreadable') return true;
  return reading.why === 'empty' || (from === 'checked' && reading.why === 'not_known');
}

/** As the page's language has it, then as other people write numbers: what is read is shown at once, and the trader sees whether it is right. */
function localesFrom({ number_locale }: Adapter): readonly Adapter['number_locale'][] {
  if (number_locale !== 'page') return [number_locale];
  return ['page', { decimal: '.', group: ',' }, { decimal: ',', group: '.' }, { decimal: ',', group: ' ' }];
}

function isWithin(element: Element, root: Element): boolean {
  for (let at: Element | null = element; at !== null; at = around(at) ?? frameAround(at)) if (at === root) return true;
  return false;
}

const frameAround = (element: Element): Element | null => element.ownerDocument.defaultView?.frameElement ?? null;
