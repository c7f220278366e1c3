import { moneyText, type Id, type Versioned } from '@taffrail/domain/kernel';
import { orderSchema, type Order } from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { dispatch, lastSeqOf, type Caller, type DoorAnswer, type Wish } from '../http/index.ts';
import { planShape } from './shapes.ts';

export const orderRef = (id: Id) => ({ aggregate_type: 'order', aggregate_id: id });

export const orderShape = orderSchema.extend({
  version: z.int().min(1),
  position_template: orderSchema.shape.position_template.extend({ plan: planShape.nullable() }),
});

export function orderView(order: Versioned | undefined): z.infer<typeof orderShape> {
  const { version, state } = order as Versioned<Order>;
  const { plan, ...template } = state.position_template;
  return { ...state, version, position_template: { ...template, plan: plan && { ...plan, risk: plan.risk && moneyText(plan.risk) } } };
}

/** Carries out a command on an order and shows it as it was left. */
export async function changeOrder(caller: Caller, wish: Wish, status: number): Promise<DoorAnswer> {
  const answer = await dispatch(caller, wish);
  if (answer.outcome === 'refused') return answer;
  const { aggregate_id: id } = wish;
  const order = caller.workspace.stateAsOf(orderRef(id), lastSeqOf(answer));
  return { status, body: orderView(order), version: order?.version ?? 0, headers: { location: `/api/orders/${id}` } };
}
