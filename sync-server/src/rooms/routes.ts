import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import {
  base64Of,
  bytesOf,
  catchUpAnswerSchema,
  catchUpRequestSchema,
  documentListSchema,
  ticketSchema,
  type CatchUpAnswer,
  type CatchUpRequest,
} from '@taffrail/sync';
import { z } from 'zod';
import { defineRoute, shortOf, wholeNumber, type Inside, type Route } from '../http/index.ts';
import { listDocuments, StorageFault } from '../workspace/index.ts';
import { catchUp, type Caught, type Rooms } from './rooms.ts';
import type { Tickets } from './tickets.ts';

const tag = 'Documents';
const DOCUMENTS_PER_PAGE = 500;

/** What documents need of a server: the rooms they are open in, and the tickets to those. */
export interface DocumentParts {
  readonly rooms: Rooms;
  readonly tickets: Tickets;
}

/** The way to a socket, and documents for devices that have none open. */
export const documentRoutes = ({ rooms, tickets }: DocumentParts): readonly Route[] => [
  makeTicket(tickets),
  syncDocuments(rooms),
  getDocuments,
];

const makeTicket = (tickets: Tickets): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/documents/tickets',
    summary: 'Get a ticket for a socket',
    description:
      'A socket at /sync/<kind>/<key> shows the ticket as its only subprotocol: `new WebSocket(url, ticket)`, or with y-websocket ' +
      '`protocols: [ticket]`. It opens one socket, from the same site, so get another before each connect. Where it is no longer good, the socket ' +
      'closes with 4401. A script may send its token in the Authorization header of the handshake instead.',
    tag,
    who: 'viewer',
    answers: [{ status: 201, description: 'Good once, for 30 seconds', schema: ticketSchema }],
    door(asker) {
      const issued = tickets.issue(asker);
      return isRefusal(issued) ? issued : { status: 201, body: issued };
    },
  });

const syncDocuments = (rooms: Rooms): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/documents/sync',
    summary: 'Bring documents up to date, many at once',
    description:
      'For documents that are not on the screen; those that are use the socket at /sync/<kind>/<key> with the y-websocket protocol. ' +
      'Each document is answered on its own, once what it brought is durable. Sending the same again does no harm. ' +
      'A viewer, and a device with scope read, catches up and brings nothing.',
    tag,
    who: 'viewer',
    body: catchUpRequestSchema,
    answers: [{ status: 200, description: 'One answer for each document', schema: catchUpAnswerSchema }],
    async door({ body, ...inside }) {
      const documents = await Promise.all(body.documents.map((asked) => syncOne(rooms, inside, asked)));
      return { status: 200, body: { documents } };
    },
  });

type Asked = CatchUpRequest['documents'][number];
type Answered = CatchUpAnswer['documents'][number];

async function syncOne(rooms: Rooms, inside: Inside, asked: Asked): Promise<Answered> {
  const { name } = asked;
  const caught = await catchUpWith(rooms, inside, asked);
  if (isRefusal(caught)) return { outcome: 'refused', name, code: caught.code, sentence: caught.sentence };
  return { outcome: 'synced', name, update: base64Of(caught.update), state_vector: base64Of(caught.stateVector) };
}

async function catchUpWith(rooms: Rooms, inside: Inside, { name, state_vector, update }: Asked): Promise<Caught | Refusal> {
  const mayNotWrite = update === undefined ? undefined : shortOf(inside, 'member');
  if (mayNotWrite) return mayNotWrite;
  const room = rooms.enter(inside.workspace, name);
  if (!room) throw new StorageFault('busy', `document ${name} is being given up`);
  return isRefusal(room) ? room : catchUp(room, bytesOf(state_vector), update === undefined ? undefined : bytesOf(update));
}

const getDocuments = defineRoute({
  method: 'GET',
  path: '/api/documents',
  summary: 'List documents',
  description:
    'Those that anybody ever wrote in, in the order in which they last changed. Ask again from `next_after` for what changed since; ' +
    'a page without documents is the end for now.',
  tag,
  who: 'viewer',
  query: z.object({
    after: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0).describe('`next_after` of the page before; 0 is the beginning'),
    limit: wholeNumber(1, DOCUMENTS_PER_PAGE).default(DOCUMENTS_PER_PAGE).describe('At most this many'),
  }),
  answers: [{ status: 200, description: 'A page of documents', schema: documentListSchema }],
  door({ workspace, query }) {
    const documents = workspace.read((sql) => listDocuments(sql, query.after, query.limit));
    return { status: 200, body: { documents, next_after: documents.at(-1)?.change ?? query.after } };
  },
});
