import { decimalOf, decimalText, idSchema, instantSchema } from '@taffrail/domain/kernel';
import { fillSchema, legSchema } from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { defineRoute, nextAfter, placeFrom, placeSchema, wholeNumber, type Route } from '../../http/index.ts';
import { listFills } from '../fillList.ts';

const shown = z.strictObject({
  id: idSchema,
  position_id: idSchema,
  account_id: idSchema,
  leg_id: idSchema,
  ...legSchema.pick({ instrument_type: true, symbol: true, expiry: true, strike: true, right: true, multiplier: true }).shape,
  ...fillSchema.pick({ kind: true, price: true, quantity: true, occurred_at: true, recorded_at: true, voided: true }).shape,
  fees: z.string(),
  currency: z.string(),
});

const getFills = defineRoute({
  method: 'GET',
  path: '/api/fills',
  summary: 'List fills across positions',
  description: 'In market order, each with its contract; for statements, spreadsheets and scripts.',
  tag: 'Positions',
  who: 'viewer',
  query: z.object({
    account_id: idSchema.optional(),
    symbol: z.string().max(64).optional(),
    from: instantSchema.optional().describe('At or after'),
    to: instantSchema.optional().describe('Before'),
    after: placeSchema.optional().describe('`next_after` of the page before'),
    limit: wholeNumber(1, 1_000).default(200),
  }),
  answers: [
    { status: 200, description: 'A page of fills', schema: z.object({ fills: z.array(shown), next_after: z.string().nullable() }) },
  ],
  door({ workspace, query: { after, limit, ...filter } }) {
    const rows = workspace.read((sql) => listFills(sql, filter, placeFrom(after), limit));
    const fills = rows.map(({ fees_minor, voided, ...fill }) => ({
      ...fill,
      voided: voided === 1,
      fees: decimalText(decimalOf({ currency: fill.currency, minor: fees_minor })),
    }));
    const places = rows.map(({ occurred_at, id }) => ({ at: occurred_at, id }));
    return { status: 200, body: { fills, next_after: nextAfter(places, limit) } };
  },
});

export const fillRoutes: readonly Route[] = [getFills];
