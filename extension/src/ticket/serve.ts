import type { FromTicket, Port, ToTicket } from './messages.ts';
import { watchTicket } from './watch.ts';

/** Does in a page what the panel asks for over a port. When the panel goes, nothing of it stays. */
export function serveTicket(port: Port, page: Document): void {
  let stop: (() => void) | undefined;
  port.onMessage.addListener((message) => {
    const { adapter } = message as ToTicket;
    stop?.();
    stop = watchTicket(adapter, page, (sighting) => port.postMessage({ kind: 'sighting', sighting } satisfies FromTicket));
  });
  port.onDisconnect.addListener(() => stop?.());
}
