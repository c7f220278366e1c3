import { catchUpAnswerSchema, documentListSchema, ticketSchema } from '@taffrail/sync';
import { query, type Http } from '../line/http.ts';
import type { DocumentLine, DocumentSocket } from './documentLine.ts';

/** Documents over HTTP, and over the browser's own sockets. */
export function httpDocumentLine(http: Http): DocumentLine {
  return {
    catchUp: (request, signal) => http.ask('/api/documents/sync', catchUpAnswerSchema, signal, request),
    changedAfter: (after, signal) => http.ask(`/api/documents${query({ after })}`, documentListSchema, signal),
    async dial(name, signal) {
      const reply = await http.send('POST', '/api/documents/tickets', ticketSchema, signal);
      return reply.kind === 'answered' ? { ...reply, value: openSocket(http.socketUrl(`/sync/${name}`), reply.value.ticket) } : reply;
    },
  };
}

function openSocket(url: string, ticket: string): DocumentSocket {
  const socket = new WebSocket(url, ticket);
  socket.binaryType = 'arraybuffer';
  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(Uint8Array.from(message));
    },
    close: () => socket.close(),
    onOpen: (listener) => socket.addEventListener('open', listener),
    onMessage: (listener) => socket.addEventListener('message', ({ data }) => listener(new Uint8Array(data as ArrayBuffer))),
    onClose: (listener) => socket.addEventListener('close', ({ code }) => listener(code)),
  };
}
