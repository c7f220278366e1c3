import type { Position } from '@taffrail/domain/tradelog';
import { isUnmerged, liveFills, someOf, type Desk, type Habit, type Shown } from './desk.ts';

/** Trades that turn out to have been filed wrongly. Each of these writes to two positions at once. */
export const rearrangingHabits: readonly Habit[] = [
  { weight: 2.5, think: attachFills },
  { weight: 2.5, think: detachFills },
  { weight: 2, think: splitPosition },
  { weight: 1.5, think: mergePositions },
];

const edit = ({ id, version }: Shown<Position>, type: string, payload: object) => ({
  type,
  aggregate_id: id,
  expected_version: version,
  payload,
});

const hasFills = (state: Position): boolean => isUnmerged(state) && liveFills(state).length > 0;

function pairOf({ random, positions }: Desk, fits: (from: Position) => boolean) {
  const from = someOf(random, positions, fits);
  const to =
    from && someOf(random, positions, (state) => isUnmerged(state) && state.id !== from.id && state.account_id === from.state.account_id);
  return to && { from, to };
}

function attachFills(desk: Desk) {
  const pair = pairOf(desk, hasFills);
  if (!pair) return undefined;
  const fills = someFills(desk, pair.from.state);
  return edit(pair.to, 'AttachFills', { from_position_id: pair.from.id, fill_ids: fills, spare_leg_ids: fills.map(desk.newId) });
}

function detachFills(desk: Desk) {
  const position = someOf(desk.random, desk.positions, hasFills);
  if (!position) return undefined;
  const fills = someFills(desk, position.state);
  return edit(position, 'DetachFills', { fill_ids: fills, position_id: desk.newId(), leg_ids: fills.map(desk.newId) });
}

function someFills({ random }: Desk, position: Position): string[] {
  return liveFills(position)
    .slice(-random.between(1, 3))
    .map(({ id }) => id);
}

function splitPosition(desk: Desk) {
  const position = someOf(desk.random, desk.positions, (state) => isUnmerged(state) && state.legs.length > 1);
  const leg = position && desk.random.pick(position.state.legs);
  return leg && edit(position, 'SplitPosition', { leg_ids: [leg.id], position_id: desk.newId() });
}

function mergePositions(desk: Desk) {
  const pair = pairOf(desk, isUnmerged);
  return pair && edit(pair.to, 'MergePositions', { from_position_id: pair.from.id });
}
