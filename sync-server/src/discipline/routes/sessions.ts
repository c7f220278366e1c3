import { currencySchema } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, wholeNumber, type Route } from '../../http/index.ts';
import { listSessions } from '../sessionList.ts';
import { sessionShape, sessionView } from '../shapes.ts';
import { dayRange, tag } from './common.ts';

const MOST_LISTED = 1_000;

const getSessions = defineRoute({
  method: 'GET',
  path: '/api/metrics/sessions',
  summary: 'List what trading days came to',
  description: 'The newest first, one for each currency. Each is measured when it is over, and again when one of its trades is put right.',
  tag,
  who: 'viewer',
  query: z.object({ ...dayRange, currency: currencySchema.optional(), limit: wholeNumber(1, MOST_LISTED).default(100) }),
  answers: [{ status: 200, description: 'Sessions', schema: z.object({ sessions: z.array(sessionShape) }) }],
  door: ({ workspace, query: { limit, ...filter } }) => ({
    status: 200,
    body: { sessions: listSessions(workspace, filter, limit).map(sessionView) },
  }),
});

export const sessionRoutes: readonly Route[] = [getSessions];
