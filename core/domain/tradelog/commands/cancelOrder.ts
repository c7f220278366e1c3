import { z } from 'zod';
import { type CommandRule, isAfter } from '../../kernel/index.ts';
import { type Order, cancellationSchema, orderFact } from '../order.ts';
import { refusals } from '../refusals.ts';

export const cancelOrderPayload = z.strictObject({ reason: cancellationSchema.default('cancelled') });

export type CancelOrder = z.infer<typeof cancelOrderPayload>;

export const cancelOrder: CommandRule<Order, CancelOrder> = {
  type: 'CancelOrder',
  aggregate: 'order',
  stance: 'appends',
  payload: cancelOrderPayload,
  decide: ({ state, payload: { reason } }, { now }) => {
    const { id, status, good_until } = state;
    if (status !== 'pending') return refusals.order_not_pending({ order_id: id, status });
    const outlived = good_until !== null && !isAfter(good_until, now);
    if (reason === 'expired' && !outlived) return refusals.order_not_expired({ good_until, now });
    return [orderFact(id, 'OrderCancelled', { reason })];
  },
};
