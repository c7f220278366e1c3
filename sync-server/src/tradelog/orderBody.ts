import { idSchema } from '@taffrail/domain/kernel';
import { legInputSchema, MOST_LEGS, placeOrderPayload, type PlaceOrder } from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { idsOf, type Caller, type Wish } from '../http/index.ts';

/** An order as requests write it down, without the ids that nobody has to choose. */
export const orderBody = placeOrderPayload.extend({
  id: idSchema.optional(),
  position_template: placeOrderPayload.shape.position_template.extend({
    legs: z
      .array(legInputSchema.partial({ id: true }))
      .min(1, 'an order has at least one leg')
      .max(MOST_LEGS, `a position has at most ${MOST_LEGS} legs`),
  }),
});

export function placingOf(caller: Pick<Caller, 'headers'>, body: z.infer<typeof orderBody>): Wish & { readonly payload: PlaceOrder } {
  const nextId = idsOf(caller);
  const { id = nextId(), position_template, ...terms } = body;
  const legs = position_template.legs.map((leg) => ({ ...leg, id: leg.id ?? nextId() }));
  return { type: 'PlaceOrder', aggregate_id: id, payload: { ...terms, position_template: { ...position_template, legs } } };
}
