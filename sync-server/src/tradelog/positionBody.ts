import { idSchema, type Id } from '@taffrail/domain/kernel';
import { createPositionPayload, legInputSchema, MOST_LEGS, recordFillPayload, type CreatePosition } from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { idsOf, type Caller, type Wish } from '../http/index.ts';
import { occurredAt } from './routes/common.ts';

const fillBody = recordFillPayload
  .omit({ leg_id: true, next_position_id: true, next_leg_id: true, next_fill_id: true })
  .partial({ fill_id: true })
  .extend({ occurred_at: occurredAt });

const legBody = legInputSchema
  .partial({ id: true })
  .extend({ fills: z.array(fillBody).default([]).describe('What has traded already; leave out for a plan') });

/** A position as requests write it down: with its fills at its legs, and without the ids that nobody has to choose. */
export const positionBody = createPositionPayload.omit({ fills: true }).extend({
  id: idSchema.optional(),
  legs: z.array(legBody).min(1, 'a position has at least one leg').max(MOST_LEGS, `a position has at most ${MOST_LEGS} legs`),
  occurred_at: occurredAt,
});

/** A position that has traded already, as an example of one. */
export const callSpread = {
  account_id: '0194d7c0-0000-7000-8000-00000000000a',
  symbol: 'SPX',
  underlying: 'I:SPX',
  legs: [
    {
      instrument_type: 'option',
      expiry: '2030-02-15',
      strike: '6100',
      right: 'call',
      quantity: '1',
      fills: [{ price: '12.50', quantity: '1', fees: '1.30' }],
    },
    {
      instrument_type: 'option',
      expiry: '2030-02-15',
      strike: '6150',
      right: 'call',
      quantity: '-1',
      fills: [{ price: '7.25', quantity: '-1', fees: '1.30' }],
    },
  ],
  tags: ['breakout'],
};

export function creationOf(
  caller: Pick<Caller, 'headers'>,
  body: z.infer<typeof positionBody>,
): Wish & { readonly payload: CreatePosition } {
  const nextId = idsOf(caller);
  const { id = nextId(), occurred_at, legs, ...template } = body;
  const named = legs.map((leg) => ({ ...leg, id: leg.id ?? nextId() }));
  const payload: CreatePosition = {
    ...template,
    legs: named.map(({ fills: _, ...leg }) => leg),
    fills: named.flatMap((leg) => leg.fills.map((fill) => ({ ...fill, leg_id: leg.id, fill_id: fill.fill_id ?? nextId() }))),
  };
  return { type: 'CreatePosition', aggregate_id: id satisfies Id, payload, occurred_at };
}
