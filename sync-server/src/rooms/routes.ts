import { isRefusal } from '@taffrail/domain/kernel';
import {
  base64Of,
  bytesOf,
  catchUpAnswerSchema,
  catchUpRequestSchema,
  documentListSchema,
  type CatchUpAnswer,
  type CatchUpRequest,
} from '@taffrail/sync';
import { z } from 'zod';
import { defineRoute, wholeNumber, type Route } from '../http/index.ts';
import { listDocuments, StorageFault, type Workspace } from '../workspace/index.ts';
import { catchUp, type Rooms } from './rooms.ts';

const tag = 'Documents';
const DOCUMENTS_PER_PAGE = 500;

/** Documents for devices that have no socket open. */
export const documentRoutes = (rooms: Rooms): readonly Route[] => [syncDocuments(rooms), getDocuments];

const syncDocuments = (rooms: Rooms): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/documents/sync',
    summary: 'Bring documents up to date, many at once',
    description:
      'For documents that are not on the screen; those that are use the socket at /sync/<kind>/<key> with the y-websocket protocol. ' +
      'Each document is answered on its own, once what it brought is durable. Sending the same again does no harm.',
    tag,
    who: 'member',
    body: catchUpRequestSchema,
    answers: [{ status: 200, description: 'One answer for each document', schema: catchUpAnswerSchema }],
    async door({ workspace, body }) {
      const documents = await Promise.all(body.documents.map((asked) => syncOne(rooms, workspace, asked)));
      return { status: 200, body: { documents } };
    },
  });

type Asked = CatchUpRequest['documents'][number];
type Answered = CatchUpAnswer['documents'][number];

async function syncOne(rooms: Rooms, workspace: Workspace, { name, state_vector, update }: Asked): Promise<Answered> {
  const room = rooms.enter(workspace, name);
  if (!room) throw new StorageFault('busy', `document ${name} is being given up`);
  const caught = isRefusal(room) ? room : await catchUp(room, bytesOf(state_vector), update === undefined ? undefined : bytesOf(update));
  if (isRefusal(caught)) return { outcome: 'refused', name, code: caught.code, sentence: caught.sentence };
  return { outcome: 'synced', name, update: base64Of(caught.update), state_vector: base64Of(caught.stateVector) };
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
