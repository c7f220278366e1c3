import { z } from 'zod';
import { type Asked, type CommandRule, type Refusal, type World, idSchema, isRefusal, priceSchema } from '../../kernel/index.ts';
import type { Account } from '../account.ts';
import { concluded } from '../conclusion.ts';
import { placeOf } from '../continuation.ts';
import { type Draft, draftOf, say } from '../draft.ts';
import { withFill } from '../fillRules.ts';
import { type Leg, contractOf, legName } from '../leg.ts';
import { legsProblem } from '../legs.ts';
import { MOST_LEGS } from '../limits.ts';
import { type Order, orderFact } from '../order.ts';
import type { Position } from '../position.ts';
import { refusals } from '../refusals.ts';
import { draftFromTemplate } from '../template.ts';
import { feesSchema, newFillFrom } from './fillInput.ts';
import { accountForNew, accountOf, accountRef, freePositionId, mergedProblem, positionRef } from './neighbours.ts';

const executedLegSchema = z.strictObject({
  fill_id: idSchema,
  leg_id: idSchema,
  /** May be left out for a limit order with one leg, which fills at its limit. */
  price: priceSchema.optional(),
  fees: feesSchema,
});

export const executeOrderPayload = z.strictObject({
  /** Used where the order creates its position. */
  position_id: idSchema,
  fills: z.array(executedLegSchema).max(MOST_LEGS, `an order has at most ${MOST_LEGS} legs`),
});

export type ExecuteOrder = z.infer<typeof executeOrderPayload>;

/** The broker has filled the order, every leg of it. */
export const executeOrder: CommandRule<Order, ExecuteOrder> = {
  type: 'ExecuteOrder',
  aggregate: 'order',
  stance: 'appends',
  payload: executeOrderPayload,
  reads: ({ state, payload }) => [accountRef(state.account_id), positionRef(state.position_id ?? payload.position_id)],
  decide: (asked, world) => {
    const { state: order, payload } = asked;
    if (order.status !== 'pending') return refusals.order_not_pending({ order_id: order.id, status: order.status });
    const problem = fillsProblem(order, payload);
    if (problem) return problem;
    let draft = order.position_id === null ? newPosition(asked, world) : linkedPosition(asked, world);
    for (const leg of order.position_template.legs) {
      if (isRefusal(draft)) return draft;
      draft = withLegFilled(draft, order, leg, payload, accountOf(world, order));
    }
    if (isRefusal(draft)) return draft;
    return [orderFact(order.id, 'OrderFilled', { position_id: draft.position.id }), ...concluded(draft).facts];
  },
};

function fillsProblem({ id, position_template }: Order, { fills }: ExecuteOrder): Refusal | undefined {
  const { legs } = position_template;
  const stray = fills.find((fill) => !legs.some((leg) => leg.id === fill.leg_id));
  if (stray !== undefined) return refusals.leg_not_in_order({ leg_id: stray.leg_id, order_id: id });
  const missing = legs.filter((leg) => !fills.some((fill) => fill.leg_id === leg.id));
  if (missing.length > 0) return refusals.order_fills_missing({ legs: missing.map(legName) });
  const twice = fills.find((fill, at) => fills.findIndex((other) => other.leg_id === fill.leg_id) !== at);
  return twice && refusals.id_used_twice({ noun: 'leg', id: twice.leg_id });
}

function newPosition({ state: order, payload, occurred_at }: Asked<Order, ExecuteOrder>, world: World): Draft | Refusal {
  const account = accountForNew(world, order.account_id);
  if (isRefusal(account)) return account;
  const taken = freePositionId(world, payload.position_id);
  return taken ?? draftFromTemplate(payload.position_id, order.position_template, account, order.id, occurred_at, world);
}

/** The order's legs join the position's: the same contract is the same leg. */
function linkedPosition({ state: order, payload, occurred_at }: Asked<Order, ExecuteOrder>, world: World): Draft | Refusal {
  const position = world.read<Position>('position', order.position_id ?? payload.position_id);
  if (position === undefined) throw new Error(`order ${order.id} fills a position that does not exist`);
  const merged = mergedProblem(position);
  if (merged) return merged;
  if (position.status === 'closed') return refusals.position_closed({ position_id: position.id });
  const draft = draftOf(position, occurred_at, world);
  const added = order.position_template.legs.filter((leg) => !sameContract(position.legs, leg));
  if (added.length === 0) return draft;
  return legsProblem([...position.legs, ...added]) ?? say(draft, 'PositionAdjusted', { legs_added: added });
}

function sameContract(legs: readonly Leg[], leg: Leg): Leg | undefined {
  return legs.find((candidate) => contractOf(candidate) === contractOf(leg));
}

function withLegFilled(draft: Draft, order: Order, leg: Leg, { fills }: ExecuteOrder, account: Account): Draft | Refusal {
  const executed = fills.find((fill) => fill.leg_id === leg.id);
  const alone = order.position_template.legs.length === 1;
  const price = executed?.price ?? (alone ? order.limit_price : null);
  if (executed === undefined || price === null) return refusals.order_price_missing({ leg: legName(leg) });
  const leg_id = (legByIdOrContract(draft, leg) ?? leg).id;
  const fill = newFillFrom({ ...executed, leg_id, price, quantity: leg.quantity }, account, draft.occurred_at);
  if (isRefusal(fill)) return fill;
  if (placeOf(draft.position, fill, fill.occurred_at) === 'across') return refusals.order_turns_around({ leg: legName(leg) });
  return withFill(draft, fill, account);
}

function legByIdOrContract({ position: { legs } }: Draft, leg: Leg): Leg | undefined {
  return legs.find(({ id }) => id === leg.id) ?? sameContract(legs, leg);
}
