import { daySchema } from '@taffrail/domain/kernel';
import { responseSubjectSchema } from '@taffrail/domain/playbooks';
import { z } from 'zod';
import { defineRoute, type DoorAnswer, type Route } from '../../http/index.ts';
import { listResponses, type ResponseFilter } from '../responseList.ts';
import { listedView, responseShape } from '../response.ts';
import { answersBody, checklistBody, submit } from '../submitting.ts';
import type { Workspace } from '../../workspace/index.ts';
import { append, params } from './common.ts';

const tag = 'Playbook responses';
/** Far more playbooks than anybody answers about one thing. */
const MOST_ABOUT_ONE = 500;

const listed = { description: 'The newest first, one for each playbook', schema: z.object({ responses: z.array(responseShape) }) };
const answers = [
  { status: 201, description: 'The response, begun with this', schema: responseShape },
  { status: 200, description: 'The response, which had been begun before', schema: responseShape },
];
const again =
  'There is one response for each playbook: submitted again it is answered anew, and its history keeps what was answered before.';

const onPosition = { path: '/api/positions/:id/playbook-responses', tag, params };

const listOnPosition = defineRoute({
  ...onPosition,
  method: 'GET',
  summary: 'List what was answered about a position',
  who: 'viewer',
  answers: [{ status: 200, ...listed }],
  door: ({ workspace, params: { id } }) => about(workspace, { position_id: id }),
});

const submitOnPosition = defineRoute({
  ...onPosition,
  method: 'POST',
  summary: 'Answer a playbook about a position',
  description: again,
  who: 'member',
  headers: append,
  body: answersBody.meta({ examples: [{ template_id: '01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a90', values: { volume: true, side: 'long' } }] }),
  answers,
  door: (asked) => submit(asked, { type: 'position', id: asked.params.id }, asked.body),
});

const instrument = responseSubjectSchema.options[1].shape;

const onInstrument = {
  path: '/api/journal/:day/instrument/:symbol/playbook-response',
  tag,
  params: z.object({ day: daySchema, symbol: instrument.symbol }),
};

const listOnInstrument = defineRoute({
  ...onInstrument,
  method: 'GET',
  summary: 'Look at the checklists of an instrument on a day',
  who: 'viewer',
  answers: [{ status: 200, ...listed }],
  door: ({ workspace, params: { day, symbol } }) => about(workspace, { day, symbol }),
});

const submitOnInstrument = defineRoute({
  ...onInstrument,
  method: 'POST',
  summary: 'Answer a playbook about an instrument on a day',
  description: `${again} A symbol with a slash in it goes to \`POST /api/playbook-responses\`.`,
  who: 'member',
  headers: append,
  body: checklistBody.meta({
    examples: [{ template_id: '01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a90', values: { volume: true }, trade_entered: false }],
  }),
  answers,
  door: (asked) => submit(asked, { type: 'instrument', ...asked.params }, asked.body),
});

const submitOnAnything = defineRoute({
  path: '/api/playbook-responses',
  tag,
  method: 'POST',
  summary: 'Answer a playbook',
  description: again,
  who: 'member',
  headers: append,
  body: checklistBody.extend({ subject: responseSubjectSchema }),
  answers,
  door(asked) {
    const { subject, ...body } = asked.body;
    return submit(asked, subject, body);
  },
});

export const subjectRoutes: readonly Route[] = [listOnPosition, submitOnPosition, listOnInstrument, submitOnInstrument, submitOnAnything];

function about(workspace: Workspace, filter: ResponseFilter): DoorAnswer {
  const places = workspace.read((sql) => listResponses(sql, filter, undefined, MOST_ABOUT_ONE));
  return { status: 200, body: { responses: places.map(({ id }) => listedView(workspace, id)) } };
}
