import type { Adapter, NoTicket, TicketReading } from '../brokers/index.ts';

/** What a port of the browser does for us. */
export interface Port {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** What is to be seen of a ticket in a page. */
export type Sighting = { readonly seen: 'ticket'; readonly ticket: TicketReading } | { readonly seen: 'nothing'; readonly why: NoTicket };

/** A panel that opens this port is told what the ticket says until it closes it. */
export const TICKET_PORT = 'taffrail.ticket';

export interface ToTicket {
  readonly kind: 'watch';
  readonly adapter: Adapter;
}

export interface FromTicket {
  readonly kind: 'sighting';
  readonly sighting: Sighting;
}
