import { idSchema, instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, nextAfter, placeFrom, placeSchema, wholeNumber, type Route } from '../../http/index.ts';
import { listOverrides, listedOverride } from '../overrideList.ts';
import { overrideShape, overrideView } from '../shapes.ts';
import { tag } from './common.ts';

const MOST_LISTED = 500;

const listRoute = defineRoute({
  method: 'GET',
  path: '/api/overrides',
  summary: 'List where a trader went on although the rules said no',
  description: 'The newest first, with what stood against it and why it was done all the same.',
  tag,
  who: 'viewer',
  query: z.object({
    position_id: idSchema.optional(),
    account_id: idSchema.optional(),
    from: instantSchema.optional(),
    to: instantSchema.optional().describe('Before this moment'),
    after: placeSchema.optional().describe('`next_after` of the page before'),
    limit: wholeNumber(1, MOST_LISTED).default(100),
  }),
  answers: [
    {
      status: 200,
      description: 'A page of overrides',
      schema: z.object({ overrides: z.array(overrideShape), next_after: z.string().nullable() }),
    },
  ],
  door({ workspace, query: { after, limit, ...filter } }) {
    const places = workspace.read((sql) => listOverrides(sql, filter, placeFrom(after), limit));
    const overrides = places.map(({ id }) => overrideView(listedOverride(workspace, id)));
    return { status: 200, body: { overrides, next_after: nextAfter(places, limit) } };
  },
});

export const overrideRoutes: readonly Route[] = [listRoute];
