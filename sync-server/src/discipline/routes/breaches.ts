import { findingSchema, ruleKeys } from '@taffrail/domain/discipline';
import { idSchema, kernelRefusals } from '@taffrail/domain/kernel';
import { eventOf, eventSchema } from '@taffrail/sync';
import { z } from 'zod';
import { defineRoute, nextAfter, placeFrom, placeSchema, wholeNumber, type Route } from '../../http/index.ts';
import { listBreaches, listedBreach } from '../breachList.ts';
import { breachShape, breachView } from '../shapes.ts';
import { breachRef, findBreach } from '../states.ts';
import { dayRange, params, tag } from './common.ts';

const MOST_LISTED = 500;

const listRoute = defineRoute({
  method: 'GET',
  path: '/api/breaches',
  summary: 'List where rules were broken',
  description:
    'What was recorded last comes first. One that no longer holds, because a fill or the rules were changed, is listed as withdrawn.',
  tag,
  who: 'viewer',
  query: z.object({
    rule_key: z.enum(ruleKeys).optional(),
    scope: findingSchema.shape.scope.optional(),
    account_id: idSchema.optional().describe('Those about one account'),
    standing: z.enum(['true', 'false']).optional().describe('Whether it still holds'),
    ...dayRange,
    after: placeSchema.optional().describe('`next_after` of the page before'),
    limit: wholeNumber(1, MOST_LISTED).default(100),
  }),
  answers: [
    {
      status: 200,
      description: 'A page of breaches',
      schema: z.object({ breaches: z.array(breachShape), next_after: z.string().nullable() }),
    },
  ],
  door({ workspace, query: { after, limit, ...filter } }) {
    const places = workspace.read((sql) => listBreaches(sql, filter, placeFrom(after), limit));
    const breaches = places.map(({ id }) => breachView(listedBreach(workspace, id).state));
    return { status: 200, body: { breaches, next_after: nextAfter(places, limit) } };
  },
});

const getBreach = defineRoute({
  method: 'GET',
  path: '/api/breaches/:id',
  summary: 'Look at a breach, and at everything that ever happened to it',
  tag,
  who: 'viewer',
  params,
  answers: [
    {
      status: 200,
      description: 'As it was judged last, and its facts, oldest first: recorded, changed, withdrawn',
      schema: breachShape.extend({ history: z.array(eventSchema) }),
    },
  ],
  door({ workspace, params: { id } }) {
    const breach = findBreach(workspace, id);
    if (!breach) return kernelRefusals.not_found({ noun: 'breach', id });
    const history = workspace.historyOf(breachRef(id)).map(eventOf);
    return { status: 200, body: { ...breachView(breach.state), history }, version: breach.version };
  },
});

export const breachRoutes: readonly Route[] = [listRoute, getBreach];
