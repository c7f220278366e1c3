import { idSchema, instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, wholeNumber, type Route } from '../../http/index.ts';
import { readAudit } from '../audit.ts';
import { auditTypes } from '../auditEntry.ts';
import type { Tools } from '../tools.ts';
import { tag } from './common.ts';

const MOST_SHOWN = 500;

const recordSchema = z.object({
  seq: z.int(),
  at: instantSchema,
  type: z.enum(auditTypes),
  user_id: idSchema.nullable().describe('Who did it, where that is known; where it was done at the machine itself, whom it is about'),
  workspace_id: z.string().nullable(),
  address: z.string().describe('Where from; `console` is the machine itself'),
  details: z.record(z.string(), z.json()),
});

export const auditRoutes = ({ registry }: Tools): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/api/identity/audit',
    summary: 'Read the record of who let whom do what',
    description:
      'What you did yourself, what happened in the workspaces you own, and what happened to the server as a whole. It is only ever added to.',
    tag,
    who: 'session',
    query: z.object({
      before: wholeNumber(1, Number.MAX_SAFE_INTEGER).default(Number.MAX_SAFE_INTEGER).describe('`seq` of the last one of the page before'),
      limit: wholeNumber(1, MOST_SHOWN).default(100).describe('At most this many'),
    }),
    answers: [{ status: 200, description: 'The newest first', schema: z.object({ records: z.array(recordSchema) }) }],
    door: ({ query, principal }) => ({
      status: 200,
      body: { records: readAudit(registry, principal.userId, query.before, query.limit) },
    }),
  }),
];
