import type { Position } from '@taffrail/domain/tradelog';
import { heldLegs, heldOf, isUnmerged, liveFills, someOf, tradedAt, type Desk, type Habit } from './desk.ts';

/** Fills are what a day is made of. */
export const fillHabits: readonly Habit[] = [
  { weight: 22, think: enter },
  { weight: 14, think: tradeOut },
  { weight: 4, think: turnAround },
  { weight: 5, think: correctFill },
  { weight: 3, think: voidFill },
  { weight: 2, think: transferIn },
  { weight: 1.5, think: transferOut },
];

type Leg = Position['legs'][number];

function recordFill(desk: Desk, position: string, leg: Leg, quantity: bigint | string) {
  const { random, newId } = desk;
  const ids = { next_position_id: newId(), next_leg_id: newId(), next_fill_id: newId() };
  const payload = { fill_id: newId(), leg_id: leg.id, price: desk.price(), quantity: String(quantity), fees: desk.fees(), ...ids };
  // A stale view does a fill no harm, so most say nothing about versions.
  return { type: 'RecordFill', aggregate_id: position, occurred_at: random.chance(0.9) ? tradedAt(desk, leg.expiry) : desk.now(), payload };
}

function enter(desk: Desk) {
  const { random, positions } = desk;
  const position = someOf(random, positions, (state) => isUnmerged(state) && state.legs.length > 0 && state.status !== 'closed');
  const leg = position && random.pick(position.state.legs);
  return leg && recordFill(desk, position.id, leg, leg.quantity);
}

function tradeOut(desk: Desk) {
  const { random, positions } = desk;
  const position = someOf(random, positions, (state) => heldLegs(state).length > 0);
  const leg = position && random.pick(heldLegs(position.state));
  if (!leg) return undefined;
  const held = heldOf(position.state, leg.id);
  return recordFill(desk, position.id, leg, random.chance(0.3) && held % 2n === 0n ? -held / 2n : -held);
}

/** Sells more than there is, or trades again what was closed: a new position begins. */
function turnAround(desk: Desk) {
  const { random, positions } = desk;
  const position = someOf(random, positions, (state) => isUnmerged(state) && state.legs.length > 0 && state.fills.length > 0);
  const leg = position && random.pick(position.state.legs);
  return leg && recordFill(desk, position.id, leg, -2n * heldOf(position.state, leg.id) || leg.quantity);
}

const hasFills = (state: Position): boolean => isUnmerged(state) && liveFills(state).length > 0;

function correctFill(desk: Desk) {
  const { random, positions } = desk;
  const position = someOf(random, positions, hasFills);
  const fill = position && random.pick(liveFills(position.state));
  if (!fill) return undefined;
  const changes = random.pick([
    { price: desk.price() },
    { fees: desk.fees(), price: desk.price() },
    { quantity: String(-Number(fill.quantity)) },
    { occurred_at: `${desk.day(-9)}T15:00:00.000Z` },
  ]);
  const payload = { fill_id: fill.id, reason: 'as the statement has it', ...changes };
  return { type: 'CorrectFill', aggregate_id: position.id, expected_version: position.version, payload };
}

function voidFill({ random, positions }: Desk) {
  const position = someOf(random, positions, hasFills);
  const fill = position && random.pick(liveFills(position.state));
  return (
    fill && {
      type: 'VoidFill',
      aggregate_id: position.id,
      expected_version: position.version,
      payload: { fill_id: fill.id, reason: 'busted by the exchange' },
    }
  );
}

function transferIn(desk: Desk) {
  const { random, positions, newId } = desk;
  const position = someOf(random, positions, (state) => isUnmerged(state) && state.legs.length > 0 && state.status !== 'closed');
  const leg = position && random.pick(position.state.legs);
  if (!leg) return undefined;
  const side = heldOf(position.state, leg.id) < 0n ? 'short' : 'long';
  const payload = {
    fill_id: newId(),
    leg_id: leg.id,
    quantity: String(random.between(1, 50)),
    price: random.chance(0.6) ? desk.price() : null,
    side,
  };
  return { type: 'TransferIn', aggregate_id: position.id, occurred_at: desk.now(), payload };
}

function transferOut(desk: Desk) {
  const { random, positions, newId } = desk;
  const position = someOf(random, positions, (state) => heldLegs(state).length > 0);
  const leg = position && random.pick(heldLegs(position.state));
  return (
    leg && {
      type: 'TransferOut',
      aggregate_id: position.id,
      occurred_at: desk.now(),
      payload: { fill_id: newId(), leg_id: leg.id, ...(random.chance(0.5) && { quantity: '1' }) },
    }
  );
}
