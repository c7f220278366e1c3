import type { Position } from '@taffrail/domain/tradelog';
import { heldLegs, heldOf, someOf, type Desk, type Habit } from './desk.ts';

export const settlementHabits: readonly Habit[] = [{ weight: 9, think: settleLeg }];

function settleLeg(desk: Desk) {
  const { random, positions, newId } = desk;
  const expiring = (state: Position) =>
    heldLegs(state).filter(({ expiry }) => expiry !== null && expiry <= desk.day(random.chance(0.9) ? -1 : 30));
  const position = someOf(random, positions, (state) => expiring(state).length > 0);
  const leg = position && expiring(position.state)[0];
  if (!leg) return undefined;
  const named = { leg_id: leg.id, fill_id: newId(), ...(random.chance(0.2) && { quantity: '1' }) };
  const inCash = { into: 'cash', settlement_price: desk.price() };
  const inStock = { into: 'stock', fill_id: newId(), leg_id: newId() };
  const delivered = {
    ...named,
    how: heldOf(position.state, leg.id) < 0n ? 'assigned' : 'exercised',
    fees: desk.fees(),
    delivery: random.chance(0.3) ? inCash : inStock,
  };
  const inCashAtEnd = { ...named, how: 'cash_settled', settlement_price: desk.price() };
  const payload =
    leg.instrument_type === 'option' ? random.pick([{ ...named, how: 'expired' }, inCashAtEnd, delivered, delivered]) : inCashAtEnd;
  return { type: 'SettleLeg', aggregate_id: position.id, occurred_at: desk.now(), payload };
}
