import { idSchema, kernelRefusals, type Id } from '@taffrail/domain/kernel';
import { executeOrderPayload, MOST_LEGS, orderSchema, type Order } from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { defineRoute, idsOf, wholeNumber, type Route } from '../../http/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { changeOrder, orderRef, orderShape, orderView } from '../orderDoor.ts';
import { changePosition, positionOfLast } from '../positionDoor.ts';
import { positionShape } from '../shapes.ts';
import { append, occurredAt } from './common.ts';

const tag = 'Orders';
const params = z.object({ id: idSchema });
const listed = { status: 200, description: 'Orders, oldest first', schema: z.object({ orders: z.array(orderShape) }) };

const getActive = defineRoute({
  method: 'GET',
  path: '/api/orders/active',
  summary: 'List pending orders',
  tag,
  who: 'viewer',
  answers: [listed],
  door: ({ workspace }) => ({ status: 200, body: { orders: ordersWith(workspace, 'pending', 1_000) } }),
});

const getOrders = defineRoute({
  method: 'GET',
  path: '/api/orders',
  summary: 'List orders',
  tag,
  who: 'viewer',
  query: z.object({ status: orderSchema.shape.status.default('pending'), limit: wholeNumber(1, 1_000).default(200) }),
  answers: [listed],
  door: ({ workspace, query: { status, limit } }) => ({ status: 200, body: { orders: ordersWith(workspace, status, limit) } }),
});

const getOrder = defineRoute({
  method: 'GET',
  path: '/api/orders/:id',
  summary: 'Look at an order',
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, description: 'The order', schema: orderShape }],
  door({ workspace, params: { id } }) {
    const order = workspace.state(orderRef(id));
    if (!order) return kernelRefusals.not_found({ noun: 'order', id });
    return { status: 200, body: orderView(order), version: order.version };
  },
});

const cancelOrder = defineRoute({
  method: 'DELETE',
  path: '/api/orders/:id',
  summary: 'Cancel an order',
  tag,
  who: 'member',
  params,
  headers: append,
  answers: [{ status: 200, description: 'The cancelled order', schema: orderShape }],
  door: (asked) => changeOrder(asked, { type: 'CancelOrder', aggregate_id: asked.params.id, payload: {} }, 200),
});

const executeOrder = defineRoute({
  method: 'POST',
  path: '/api/orders/:id/execute',
  summary: 'Record that an order was filled',
  description:
    'Creates its position, or fills the one it was written for. A limit order with one leg fills at its limit unless a price is given; others need a price for every leg.',
  tag,
  who: 'member',
  params,
  headers: append,
  body: z
    .strictObject({
      fills: z
        .array(executeOrderPayload.shape.fills.element.partial({ fill_id: true }))
        .max(MOST_LEGS)
        .default([]),
      occurred_at: occurredAt,
    })
    .optional()
    .meta({ examples: [{ fills: [{ leg_id: '01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a90', price: '49.90', fees: '1.00' }] }] }),
  answers: [{ status: 201, description: 'The position', schema: positionShape }],
  door(asked) {
    const nextId = idsOf(asked);
    const { fills = [], occurred_at } = asked.body ?? {};
    const { id } = asked.params;
    const payload = { position_id: nextId(), fills: withEveryLeg(asked.workspace, id, fills, nextId) };
    return changePosition(asked, { type: 'ExecuteOrder', aggregate_id: id, payload, occurred_at }, 201, positionOfLast('FillRecorded'));
  },
});

export const orderRoutes: readonly Route[] = [getActive, getOrders, getOrder, cancelOrder, executeOrder];

type ExecutedLeg = z.output<typeof executeOrderPayload>['fills'][number];

/** A leg nobody gave a price for is still one of the order's fills; whether that is enough is for the rules to say. */
function withEveryLeg(
  workspace: Workspace,
  orderId: Id,
  given: readonly (Omit<ExecutedLeg, 'fill_id'> & { fill_id?: Id | undefined })[],
  nextId: () => Id,
): ExecutedLeg[] {
  const order = workspace.state(orderRef(orderId))?.state as Order | undefined;
  const unnamed = (order?.position_template.legs ?? []).filter((leg) => !given.some((fill) => fill.leg_id === leg.id));
  return [
    ...given.map((fill) => ({ ...fill, fill_id: fill.fill_id ?? nextId() })),
    ...unnamed.map((leg) => ({ leg_id: leg.id, fill_id: nextId(), fees: '0' })),
  ];
}

function ordersWith(workspace: Workspace, status: Order['status'], limit: number): z.infer<typeof orderShape>[] {
  const rows = workspace.read((sql) =>
    sql.all<{ id: Id }>('SELECT id FROM tradelog_order WHERE status = ? ORDER BY created_at, id LIMIT ?', status, limit),
  );
  return rows.map(({ id }) => orderView(workspace.state(orderRef(id))));
}
