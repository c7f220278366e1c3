import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type NewFact, asJson, idSchema, instantSchema, priceSchema } from '../kernel/index.ts';
import { resolvedTemplateSchema } from './template.ts';

const orderCreated = z.strictObject({
  account_id: idSchema,
  /** The position it fills; null where it creates one. */
  position_id: idSchema.nullable(),
  position_template: resolvedTemplateSchema,
  order_type: z.enum(['limit', 'market']),
  limit_price: priceSchema.nullable(),
  good_until: instantSchema.nullable(),
});

export const cancellationSchema = z.enum(['cancelled', 'expired']);

/** What the trader has asked the broker for and not got yet. */
export const orderSchema = orderCreated.extend({
  id: idSchema,
  status: z.enum(['pending', 'filled', 'cancelled']),
  cancelled_because: cancellationSchema.nullable(),
  created_at: instantSchema,
});

export type Order = z.infer<typeof orderSchema>;

const orderFacts = {
  OrderCreated: orderCreated,
  OrderCancelled: z.strictObject({ reason: cancellationSchema }),
  OrderFilled: z.strictObject({ position_id: idSchema }),
};

type OrderFacts = { [Type in keyof typeof orderFacts]: z.infer<(typeof orderFacts)[Type]> };

export function orderFact<Type extends keyof OrderFacts>(orderId: Id, type: Type, payload: OrderFacts[Type]): NewFact {
  return { aggregate_type: 'order', aggregate_id: orderId, type, payload: asJson(payload) };
}

export const orderAggregate: Aggregate<Order> = { type: 'order', facts: orderFacts, evolve };

function evolve(order: Order | undefined, fact: FoldedFact): Order {
  if (fact.type === 'OrderCreated') return created(fact);
  const known = order as Order;
  if (fact.type === 'OrderCancelled') {
    return { ...known, status: 'cancelled', cancelled_because: (fact.payload as OrderFacts['OrderCancelled']).reason };
  }
  if (fact.type === 'OrderFilled')
    return { ...known, status: 'filled', position_id: (fact.payload as OrderFacts['OrderFilled']).position_id };
  return known;
}

function created({ aggregate_id, payload, recorded_at }: FoldedFact): Order {
  const terms = payload as OrderFacts['OrderCreated'];
  return { id: aggregate_id, ...terms, status: 'pending', cancelled_because: null, created_at: recorded_at };
}
