import { addMs } from '@taffrail/domain/kernel';
import type { Order } from '@taffrail/domain/tradelog';
import { isUnmerged, someOf, type Desk, type Habit } from './desk.ts';
import { someStructure } from './structures.ts';

export const orderHabits: readonly Habit[] = [
  { weight: 5, think: placeOrder },
  { weight: 6, think: executeOrder },
  { weight: 2, think: cancelOrder },
];

const isPending = ({ status }: Order): boolean => status === 'pending';

function placeOrder(desk: Desk) {
  const { random, accounts, positions, newId } = desk;
  const account = someOf(random, accounts, ({ closed }) => !closed);
  if (!account) return undefined;
  const target = random.chance(0.3)
    ? someOf(random, positions, (state) => isUnmerged(state) && state.status !== 'closed' && state.account_id === account.id)
    : undefined;
  const { symbol, legs } = someStructure(desk);
  const terms = random.chance(0.6) ? { order_type: 'limit', limit_price: desk.price() } : { order_type: 'market' };
  // Some run out while the run goes on, so that expiring meets executing.
  const good_until = random.chance(0.5) ? addMs(desk.now(), random.between(5_000, 90_000)) : null;
  const payload = { account_id: account.id, position_id: target?.id ?? null, position_template: { symbol, legs }, ...terms, good_until };
  return { type: 'PlaceOrder', aggregate_id: newId(), payload };
}

function executeOrder(desk: Desk) {
  const { random, orders, newId } = desk;
  const order = someOf(random, orders, isPending);
  if (!order) return undefined;
  const { legs } = order.state.position_template;
  const expired = legs.some(({ expiry }) => expiry !== null && expiry < desk.day(0));
  const fills = legs.map(({ id }) => ({ fill_id: newId(), leg_id: id, price: desk.price(), fees: desk.fees() }));
  const occurred_at = expired ? `${desk.day(-8)}T15:00:00.000Z` : desk.now();
  return { type: 'ExecuteOrder', aggregate_id: order.id, occurred_at, payload: { position_id: newId(), fills } };
}

function cancelOrder({ random, orders, now }: Desk) {
  const order = someOf(random, orders, isPending);
  if (!order) return undefined;
  const { good_until } = order.state;
  const outlived = good_until !== null && good_until <= now();
  return { type: 'CancelOrder', aggregate_id: order.id, payload: outlived ? { reason: 'expired' } : {} };
}
