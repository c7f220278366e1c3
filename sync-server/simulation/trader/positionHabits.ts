import type { Account, Position } from '@taffrail/domain/tradelog';
import { heldLegs, isUnmerged, someOf, tradedAt, type Desk, type Habit } from './desk.ts';
import { someStructure } from './structures.ts';

const isOpenAccount = ({ closed }: Account): boolean => !closed;

export const positionHabits: readonly Habit[] = [
  { weight: 14, think: createPosition },
  { weight: 5, think: adjustPosition },
  { weight: 4, think: closePosition },
  { weight: 1.5, think: linkRiskArtifact },
];

function createPosition(desk: Desk) {
  const { random, accounts, positions, newId } = desk;
  const account = someOf(random, accounts, isOpenAccount);
  if (!account || positions.length > 12) return undefined;
  const { symbol, legs } = someStructure(desk);
  const occurred_at = tradedAt(desk, legs[0]?.expiry ?? null);
  const filled = random.chance(0.5) ? legs : [];
  const fills = filled.map(({ id, quantity }) => ({ fill_id: newId(), leg_id: id, price: desk.price(), quantity, fees: desk.fees() }));
  const plan = random.chance(0.5)
    ? { stop: desk.price(), thesis: 'It holds above the open.', ...(random.chance(0.5) && { risk: '250' }) }
    : null;
  const payload = { account_id: account.id, symbol, legs, plan, tags: random.pick([[], ['breakout'], ['earnings', 'hedge']]), fills };
  return { type: 'CreatePosition', aggregate_id: newId(), occurred_at, payload };
}

function adjustPosition(desk: Desk) {
  const { random, positions, newId } = desk;
  const position = someOf(random, positions, isUnmerged);
  if (!position) return undefined;
  const { state } = position;
  const unfilled = state.legs.filter(({ id }) => !state.fills.some(({ leg_id }) => leg_id === id));
  const payload = random.pick([
    { tags: [`tag ${random.between(1, 20)}`] },
    { plan: { stop: desk.price(), target: desk.price(), risk: String(random.between(50, 900)) } },
    { campaign_id: newId() },
    { symbol: random.pick(['DIA', 'EEM']) },
    { add_legs: someStructure(desk).legs },
    { remove_legs: unfilled.slice(0, 1).map(({ id }) => id), tags: ['trimmed'] },
    { change_legs: unfilled.slice(0, 1).map(({ id }) => ({ leg_id: id, quantity: String(random.between(1, 9)) })), tags: ['resized'] },
  ]);
  return { type: 'AdjustPosition', aggregate_id: position.id, expected_version: position.version, payload };
}

function closePosition(desk: Desk) {
  const { random, positions, newId } = desk;
  const position = someOf(random, positions, ({ status }: Position) => status === 'open' || (status === 'planned' && random.chance(0.2)));
  if (!position) return undefined;
  const legs = heldLegs(position.state);
  const fills = legs.map(({ id }) => ({ fill_id: newId(), leg_id: id, price: desk.price(), fees: desk.fees() }));
  const occurred_at = tradedAt(desk, legs.find(({ expiry }) => expiry !== null)?.expiry ?? null);
  return { type: 'ClosePosition', aggregate_id: position.id, expected_version: position.version, occurred_at, payload: { fills } };
}

function linkRiskArtifact({ random, positions, newId, now }: Desk) {
  const position = someOf(random, positions, isUnmerged);
  return position && { type: 'LinkRiskArtifact', aggregate_id: position.id, payload: { artifact_id: newId(), computed_at: now() } };
}
