import { type Id, type Refusal, ZERO, add, decimal, decimalText, isZero } from '../kernel/index.ts';
import { type Draft, say } from './draft.ts';
import { type Fill, liveFills } from './fill.ts';
import { type Leg, contractOf, legOf } from './leg.ts';
import { legsProblem } from './legs.ts';
import { MOST_FILLS } from './limits.ts';
import { sameHeadings } from './headings.ts';
import type { Position } from './position.ts';
import type { PositionFacts } from './positionFacts.ts';
import { refusals } from './refusals.ts';

/** A fill and the leg it goes to. */
export interface Move {
  readonly fill: Fill;
  readonly leg_id: Id;
}

export interface Moved {
  readonly from: Draft;
  readonly to: Draft;
}

/** Fills keep their ids, their times and their place in the order of recording: they are the same trades, filed elsewhere. */
export function moved(from: Draft, to: Draft, moves: readonly Move[]): Moved {
  const here = from.position.id;
  const there = to.position.id;
  return {
    from: moves.reduce((draft, { fill }) => say(draft, 'FillDetached', { fill_id: fill.id, to_position_id: there }), from),
    to: moves.reduce((draft, { fill, leg_id }) => say(draft, 'FillAttached', { fill: { ...fill, leg_id }, from_position_id: here }), to),
  };
}

export function moveProblem(from: Position, to: Position, moves: readonly Move[]): Refusal | undefined {
  if (from.id === to.id) return refusals.same_position();
  if (from.account_id !== to.account_id) return refusals.different_accounts({ here: to.account_id, there: from.account_id });
  const fills = to.fills.length + moves.length;
  if (fills > MOST_FILLS) return refusals.too_many_fills({ fills });
  const ids = new Set(to.fills.map((fill) => fill.id));
  const twice = moves.find(({ fill }) => ids.has(fill.id));
  return twice && refusals.id_used_twice({ noun: 'fill', id: twice.fill.id });
}

export interface Arrangement {
  readonly moves: readonly Move[];
  readonly legs_added: readonly Leg[];
}

/** Finds each fill its leg among those of the other position, or a new one under the next of the spare ids. */
export function arranged(
  from: Position,
  fills: readonly Fill[],
  legsThere: readonly Leg[],
  spareIds: readonly Id[],
): Arrangement | Refusal {
  const moves: Move[] = [];
  const legs_added: Leg[] = [];
  const fillsByContract = Map.groupBy(fills, (fill) => contractOf(legOf(from.legs, fill.leg_id)));
  for (const [contract, own] of fillsByContract) {
    let leg = legsThere.find((candidate) => contractOf(candidate) === contract);
    if (leg === undefined) {
      const id = spareIds[legs_added.length];
      if (id === undefined) return refusals.leg_ids_missing({ needed: legs_added.length + 1, given: spareIds.length });
      leg = newLegFor(from, own, id);
      legs_added.push(leg);
    }
    for (const fill of own) moves.push({ fill, leg_id: leg.id });
  }
  return legsProblem([...legsThere, ...legs_added]) ?? { moves, legs_added };
}

function newLegFor(from: Position, fills: readonly Fill[], id: Id): Leg {
  const [first] = fills;
  if (first === undefined) throw new Error('a leg is added for at least one fill');
  const held = fills.map((fill) => decimal(fill.quantity)).reduce(add, ZERO);
  // Where the fills cancel out, the first of them says what they were for.
  return { ...legOf(from.legs, first.leg_id), id, quantity: isZero(held) ? first.quantity : decimalText(held) };
}

/** A leg that has lost all its fills to another position has gone with them, unless nothing is left here but the plan. */
export function withoutEmptiedLegs(draft: Draft, moves: readonly Move[]): Draft {
  const used = new Set(liveFills(draft.position.fills).map((fill) => fill.leg_id));
  const emptied = [...new Set(moves.map(({ fill }) => fill.leg_id))].filter((id) => !used.has(id));
  return used.size === 0 || emptied.length === 0 ? draft : say(draft, 'PositionAdjusted', { legs_removed: emptied });
}

export function splitOff(position: Position, legs: readonly Leg[]): PositionFacts['PositionCreated'] {
  return { ...sameHeadings(position), legs: [...legs], split_from: position.id };
}
