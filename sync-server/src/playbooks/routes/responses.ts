import { daySchema, decimal, idSchema, toNumber } from '@taffrail/domain/kernel';
import { fieldKeySchema, gradeSchema, INTENDED_RISK, submitResponsePayload, type PlaybookResponse } from '@taffrail/domain/playbooks';
import { eventSchema, eventOf } from '@taffrail/sync';
import { z } from 'zod';
import { defineRoute, nextAfter, placeFrom, placeSchema, wholeNumber, type Caller, type DoorAnswer, type Route } from '../../http/index.ts';
import { doorRefusals } from '../refusals.ts';
import { changeResponse, findResponse, listedView, noSuchResponse, responseRef, responseShape, responseView } from '../response.ts';
import { listResponses } from '../responseList.ts';
import { submit } from '../submitting.ts';
import { findTemplate, noSuchTemplate } from '../template.ts';
import { edit, params, versionMissing } from './common.ts';

const tag = 'Playbook responses';
const MOST_LISTED = 500;
const shown = { status: 200, description: 'The response as it is now', schema: responseShape };

const flag = z.enum(['true', 'false']);
const figure = z
  .string()
  .regex(/^-?\d{1,15}(?:\.\d{1,10})?$/, 'write a plain decimal number such as -1.25')
  .transform((text) => toNumber(decimal(text)));

const listRoute = defineRoute({
  method: 'GET',
  path: '/api/playbook-responses',
  summary: 'List responses',
  description:
    'The newest first, also by how a field was answered: `field` with `equals` for yes and no (`true`, `false`) and for choices, with ' +
    '`at_least` and `at_most` for figures and ratings. `position_id` also finds the checklist that a trade came of.',
  tag,
  who: 'viewer',
  query: z.object({
    playbook_id: idSchema.optional(),
    template_id: idSchema.optional(),
    position_id: idSchema.optional(),
    day: daySchema.optional(),
    symbol: z.string().max(64).optional(),
    grade: gradeSchema.optional(),
    exceeded: flag.optional().describe('Whether more was meant to be risked than the cap allowed'),
    field: fieldKeySchema.optional(),
    equals: z.string().max(200).optional(),
    at_least: figure.optional(),
    at_most: figure.optional(),
    after: placeSchema.optional().describe('`next_after` of the page before'),
    limit: wholeNumber(1, MOST_LISTED).default(100),
  }),
  answers: [
    {
      status: 200,
      description: 'A page of responses',
      schema: z.object({ responses: z.array(responseShape), next_after: z.string().nullable() }),
    },
  ],
  door({ workspace, query: { after, limit, ...filter } }) {
    const { field, equals, at_least, at_most } = filter;
    if (field === undefined && [equals, at_least, at_most].some((asked) => asked !== undefined)) return doorRefusals.field_not_named();
    const places = workspace.read((sql) => listResponses(sql, filter, placeFrom(after), limit));
    const responses = places.map(({ id }) => listedView(workspace, id));
    return { status: 200, body: { responses, next_after: nextAfter(places, limit) } };
  },
});

const getResponse = defineRoute({
  method: 'GET',
  path: '/api/playbook-responses/:id',
  summary: 'Look at a response',
  tag,
  who: 'viewer',
  params,
  answers: [{ ...shown, description: 'What was answered last, and what it came to' }],
  door({ workspace, params: { id } }) {
    const response = findResponse(workspace, id);
    return response ? { status: 200, body: responseView(workspace, response), version: response.version } : noSuchResponse(id);
  },
});

const getHistory = defineRoute({
  method: 'GET',
  path: '/api/playbook-responses/:id/history',
  summary: 'Read everything that ever happened to a response',
  description: 'Its facts, oldest first: every submission with its values and what they came to then.',
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, description: 'The facts', schema: z.object({ events: z.array(eventSchema) }) }],
  door({ workspace, params: { id } }) {
    const facts = workspace.historyOf(responseRef(id));
    return facts.length === 0 ? noSuchResponse(id) : { status: 200, body: { events: facts.map(eventOf) } };
  },
});

const terms = submitResponsePayload.shape;

const changeBody = z
  .strictObject({
    template_id: idSchema.describe('Another version of the playbook; the one answered before when left out'),
    values: z.record(z.string(), z.json()).describe('On top of what was answered before; null takes an answer back'),
    comments: z.record(z.string(), terms.comments.unwrap().valueType.nullable()).describe('As above'),
    intended_risk_pct: terms.intended_risk_pct.unwrap(),
    trade_entered: terms.trade_entered.unwrap(),
    account_id: terms.account_id.unwrap().describe('Of an instrument: the account whose cap counts this time'),
  })
  .partial();

const patchResponse = defineRoute({
  method: 'PATCH',
  path: '/api/playbook-responses/:id',
  summary: 'Answer some fields anew',
  description: 'Submits the response again: what is left out is answered as it was.',
  tag,
  who: 'member',
  params,
  headers: edit,
  body: changeBody.meta({ examples: [{ values: { volume: false } }] }),
  answers: [shown],
  door(asked) {
    const response = findResponse(asked.workspace, asked.params.id);
    if (!response) return noSuchResponse(asked.params.id);
    return versionMissing(asked, 'playbook_response', response.version) ?? answerAnew(asked, response.state, asked.body);
  },
});

const linkResponse = defineRoute({
  method: 'POST',
  path: '/api/playbook-responses/:id/link',
  summary: "Link an instrument's checklist to the trade that came of it",
  tag,
  who: 'member',
  params,
  headers: edit,
  body: z.strictObject({ position_id: idSchema }),
  answers: [shown],
  door(asked) {
    const { id } = asked.params;
    const response = findResponse(asked.workspace, id);
    if (!response) return noSuchResponse(id);
    const { subject, playbook_id } = response.state;
    const payload = { subject, playbook_id, position_id: asked.body.position_id };
    return (
      versionMissing(asked, 'playbook_response', response.version) ??
      changeResponse(asked, { type: 'LinkResponse', aggregate_id: id, payload })
    );
  },
});

const unlinkResponse = defineRoute({
  method: 'POST',
  path: '/api/playbook-responses/:id/unlink',
  summary: 'Take a checklist off the trade it is linked to',
  tag,
  who: 'member',
  params,
  headers: { ifMatch: 'optional', idempotencyKey: 'optional' },
  answers: [shown],
  door: (asked) => changeResponse(asked, { type: 'UnlinkResponse', aggregate_id: asked.params.id, payload: {} }),
});

export const responseRoutes: readonly Route[] = [listRoute, getResponse, getHistory, patchResponse, linkResponse, unlinkResponse];

/** The answers to fields that the version answered now does not have are left behind in the submission before. */
async function answerAnew(
  caller: Caller,
  { subject, playbook_id, submission }: PlaybookResponse,
  change: z.infer<typeof changeBody>,
): Promise<DoorAnswer> {
  const template_id = change.template_id ?? submission?.version_id;
  if (template_id === undefined) return doorRefusals.nothing_submitted();
  const template = findTemplate(caller.workspace, template_id)?.version;
  if (!template) return noSuchTemplate(template_id);
  if (template.playbook_id !== playbook_id) return doorRefusals.another_playbook({ template_id, playbook_id });
  const keys = template.content.fields.map(({ key }) => key);
  const { intended_risk_pct = saidBeside(submission), trade_entered = submission?.trade_entered ?? null } = change;
  return submit(caller, subject, {
    template_id,
    values: mergedOver(submission?.values, change.values, keys),
    comments: mergedOver(submission?.comments, change.comments, keys),
    intended_risk_pct,
    trade_entered,
    account_id: change.account_id ?? null,
  });
}

/** What an answer said of the intended risk is for the answers to say again. */
function saidBeside(submission: PlaybookResponse['submission']): string | null {
  return submission === null || Object.hasOwn(submission.values, INTENDED_RISK) ? null : submission.intended_risk_pct;
}

/** What was given stays whatever its key, so that the rules can say which one they do not know. */
function mergedOver<Before, Change>(
  before: { readonly [key: string]: Before } = {},
  change: { readonly [key: string]: Change | null } = {},
  keys: readonly string[],
): { [key: string]: Before | Change } {
  const kept = Object.entries(before).filter(([key]) => keys.includes(key) && !Object.hasOwn(change, key));
  const given = Object.entries(change).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  return Object.fromEntries([...kept, ...given]);
}
