import { type Adapter, readTicket, ticketIn, viewOf } from '../brokers/index.ts';
import type { Sighting } from './messages.ts';
import { type Clock, paced, pageClock } from './pace.ts';

/** What people do to a ticket. Pages change fields by script as well, of which nothing tells but the heartbeat. */
const touches = ['input', 'change', 'click', 'keyup', 'focusin'] as const;
const HEARTBEAT_MS = 500;

/**
 * Tells what the ticket of a page says, now and whenever that changes, and gives back what ends it. Only the ticket is observed, and not
 * while a reading is due: a page may change as often as it likes, it costs one reading.
 */
export function watchTicket(adapter: Adapter, page: Document, tell: (sighting: Sighting) => void, clock: Clock = pageClock): () => void {
  const ending = new AbortController();
  const pace = paced(look, clock);
  const observer = new MutationObserver(askAgain);
  const heard = new WeakSet<Document>();
  let root: Element | undefined;
  let told = '';
  let cancelBeat: (() => void) | undefined;

  function askAgain(): void {
    observer.disconnect();
    pace.ask();
  }

  function look(): void {
    const found = ticketIn(adapter, page, root);
    root = typeof found === 'string' ? undefined : found;
    if (root !== undefined) observe(root);
    tellIfNew(typeof found === 'string' ? { seen: 'nothing', why: found } : { seen: 'ticket', ticket: readTicket(adapter, found) });
  }

  function observe(ticket: Element): void {
    observer.disconnect();
    for (const place of viewOf(ticket).places()) {
      observer.observe(place, { subtree: true, childList: true, attributes: true, characterData: true });
      listenTo(place.ownerDocument ?? place);
    }
    // A ticket that is taken away says nothing itself.
    if (ticket.parentNode !== null) observer.observe(ticket.parentNode, { childList: true });
  }

  /** A frame has events of its own, which do not come out of it. */
  function listenTo(document: Document): void {
    if (heard.has(document)) return;
    heard.add(document);
    for (const touch of touches) document.addEventListener(touch, pace.hurry, { capture: true, passive: true, signal: ending.signal });
  }

  function tellIfNew(sighting: Sighting): void {
    const text = JSON.stringify(sighting);
    if (text === told) return;
    told = text;
    tell(sighting);
  }

  function beat(): void {
    pace.ask();
    cancelBeat = clock.after(beat, HEARTBEAT_MS);
  }

  listenTo(page);
  look();
  beat();
  return () => {
    ending.abort();
    observer.disconnect();
    pace.stop();
    cancelBeat?.();
  };
}
