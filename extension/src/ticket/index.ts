export { type FromTicket, type Port, type Sighting, TICKET_PORT, type ToTicket } from './messages.ts';
export { serveTicket } from './serve.ts';
