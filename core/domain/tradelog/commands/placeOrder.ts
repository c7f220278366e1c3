import { z } from 'zod';
import {
  type CommandRule,
  type Id,
  type Refusal,
  type World,
  idSchema,
  instantSchema,
  isAfter,
  isRefusal,
  kernelRefusals,
  priceSchema,
} from '../../kernel/index.ts';
import type { Account } from '../account.ts';
import { type Order, orderFact } from '../order.ts';
import type { Position } from '../position.ts';
import { refusals } from '../refusals.ts';
import { positionTemplateSchema, resolved } from '../template.ts';
import { accountForNew, accountRef, mergedProblem, positionRef } from './neighbours.ts';

export const placeOrderPayload = z.strictObject({
  account_id: idSchema,
  position_id: idSchema.nullable().default(null),
  position_template: positionTemplateSchema,
  order_type: z.enum(['limit', 'market']),
  limit_price: priceSchema.nullable().default(null),
  good_until: instantSchema.nullable().default(null),
});

export type PlaceOrder = z.infer<typeof placeOrderPayload>;

export const placeOrder: CommandRule<Order, PlaceOrder> = {
  type: 'PlaceOrder',
  aggregate: 'order',
  stance: 'creates',
  payload: placeOrderPayload,
  reads: ({ payload }) => [accountRef(payload.account_id), ...(payload.position_id === null ? [] : [positionRef(payload.position_id)])],
  decide: ({ aggregate_id, payload }, world) => {
    const account = accountForNew(world, payload.account_id);
    if (isRefusal(account)) return account;
    const problem =
      termsProblem(payload, world) ?? (payload.position_id === null ? undefined : targetProblem(world, payload.position_id, account));
    if (problem) return problem;
    const position_template = resolved(payload.position_template, account);
    if (isRefusal(position_template)) return position_template;
    return [orderFact(aggregate_id, 'OrderCreated', { ...payload, position_template })];
  },
};

function termsProblem({ order_type, limit_price, good_until }: PlaceOrder, { now }: World): Refusal | undefined {
  if (order_type === 'limit' && limit_price === null) return refusals.limit_price_missing();
  if (order_type === 'market' && limit_price !== null) return refusals.market_order_with_limit({ limit_price });
  return good_until === null || isAfter(good_until, now) ? undefined : refusals.order_outlived({ good_until, now });
}

/** Why an order cannot fill this position, if so. */
function targetProblem(world: World, positionId: Id, account: Account): Refusal | undefined {
  const position = world.read<Position>('position', positionId);
  if (position === undefined) return kernelRefusals.not_found({ noun: 'position', id: positionId });
  if (position.account_id !== account.id) return refusals.different_accounts({ here: account.id, there: position.account_id });
  return mergedProblem(position) ?? (position.status === 'closed' ? refusals.position_closed({ position_id: positionId }) : undefined);
}
