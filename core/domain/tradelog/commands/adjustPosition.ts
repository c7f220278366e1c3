import { z } from 'zod';
import { type CommandRule, type Id, type Refusal, idSchema, isRefusal } from '../../kernel/index.ts';
import type { Account } from '../account.ts';
import { withRiskReworked } from '../conclusion.ts';
import { type Draft, draftOf, say } from '../draft.ts';
import { liveFills } from '../fill.ts';
import { fillProblem } from '../fillRules.ts';
import { type Leg, type LegChange, changedLeg, legById, legChangeSchema, legInputSchema, legName, symbolSchema } from '../leg.ts';
import { mostLegsSentence, newLegs } from '../legs.ts';
import { MOST_LEGS } from '../limits.ts';
import { planFrom, planInputSchema } from '../plan.ts';
import type { Position } from '../position.ts';
import type { PositionFacts } from '../positionFacts.ts';
import { refusals } from '../refusals.ts';
import { tagsSchema } from '../tags.ts';
import { accountOf, accountRef, mergedProblem } from './neighbours.ts';

/** What is given replaces what was there, a plan as a whole. */
export const adjustPositionPayload = z.strictObject({
  symbol: z.exactOptional(symbolSchema),
  underlying: z.exactOptional(symbolSchema),
  tags: z.exactOptional(tagsSchema),
  campaign_id: z.exactOptional(idSchema.nullable()),
  plan: z.exactOptional(planInputSchema.nullable()),
  add_legs: z.array(legInputSchema).max(MOST_LEGS, mostLegsSentence).default([]),
  change_legs: z.array(legChangeSchema).max(MOST_LEGS, mostLegsSentence).default([]),
  remove_legs: z.array(idSchema).max(MOST_LEGS, mostLegsSentence).default([]),
});

export type AdjustPosition = z.infer<typeof adjustPositionPayload>;

export const adjustPosition: CommandRule<Position, AdjustPosition> = {
  type: 'AdjustPosition',
  aggregate: 'position',
  stance: 'edits',
  payload: adjustPositionPayload,
  reads: ({ state }) => [accountRef(state.account_id)],
  decide: ({ state, payload, occurred_at }, world) => {
    const merged = mergedProblem(state);
    if (merged) return merged;
    const adjustment = adjustmentOf(state, payload, accountOf(world, state), world.now);
    if (isRefusal(adjustment)) return adjustment;
    if (Object.keys(adjustment).length === 0) return refusals.nothing_to_change();
    const draft = say(draftOf(state, occurred_at, world), 'PositionAdjusted', adjustment);
    return withRiskStatedLate(withRiskReworked(draft, 'leg_corrected')).facts;
  },
};

function adjustmentOf(
  position: Position,
  payload: AdjustPosition,
  account: Account,
  now: string,
): PositionFacts['PositionAdjusted'] | Refusal {
  const { add_legs, change_legs: _, remove_legs, plan: planInput, ...filing } = payload;
  const removal = removalProblem(position, remove_legs);
  if (removal) return removal;
  const legs_changed = changedLegs(position, payload, account, now);
  if (isRefusal(legs_changed)) return legs_changed;
  const remaining = position.legs.filter((leg) => !remove_legs.includes(leg.id));
  const legs_added = newLegs(add_legs, payload.symbol ?? position.symbol, remaining);
  if (isRefusal(legs_added)) return legs_added;
  if (remaining.length + legs_added.length === 0) return refusals.last_leg();
  const plan = planFrom(planInput, position.currency);
  if (isRefusal(plan)) return plan;
  return {
    ...underlyingFollowing(position, filing),
    ...(planInput === undefined ? {} : { plan }),
    ...(legs_added.length > 0 ? { legs_added: [...legs_added] } : {}),
    ...(legs_changed.length > 0 ? { legs_changed: [...legs_changed] } : {}),
    ...(remove_legs.length > 0 ? { legs_removed: remove_legs } : {}),
  };
}

type Filing = Pick<AdjustPosition, 'symbol' | 'underlying' | 'tags' | 'campaign_id'>;

/** Where nobody ever told symbol and underlying apart, a corrected symbol corrects both. */
function underlyingFollowing({ symbol, underlying }: Position, filing: Filing): Filing {
  if (filing.symbol === undefined || filing.underlying !== undefined || underlying !== symbol) return filing;
  return { ...filing, underlying: filing.symbol };
}

function removalProblem(position: Position, legIds: readonly string[]): Refusal | undefined {
  for (const legId of legIds) {
    const leg = legById(position.legs, legId);
    if (leg === undefined) return refusals.leg_not_in_position({ leg_id: legId, position_id: position.id });
    if (liveFills(position.fills).some((fill) => fill.leg_id === legId)) return refusals.leg_has_fills({ leg: legName(leg) });
  }
  return undefined;
}

function changedLegs(position: Position, payload: AdjustPosition, account: Account, now: string): readonly Leg[] | Refusal {
  const changes = new Map<Id, LegChange>(symbolFollowing(position, payload).map((change) => [change.leg_id, change]));
  for (const change of payload.change_legs) changes.set(change.leg_id, { ...changes.get(change.leg_id), ...change });
  const legs: Leg[] = [];
  for (const change of changes.values()) {
    const leg = legById(position.legs, change.leg_id);
    if (leg === undefined) return refusals.leg_not_in_position({ leg_id: change.leg_id, position_id: position.id });
    const changed = changedLeg(leg, change);
    if (isRefusal(changed)) return changed;
    const problem = fillsProblem(position, changed, account, now);
    if (problem) return problem;
    legs.push(changed);
  }
  return legs;
}

/** Legs that took the position's symbol when they were written down take its corrected one, too. */
function symbolFollowing({ legs, symbol }: Position, payload: AdjustPosition) {
  const corrected = payload.symbol;
  if (corrected === undefined || corrected === symbol) return [];
  const kept = legs.filter((leg) => leg.symbol === symbol && !payload.remove_legs.includes(leg.id));
  return kept.map((leg) => ({ leg_id: leg.id, symbol: corrected }));
}

/** Corrected terms must still allow the fills that happened. */
function fillsProblem({ fills }: Position, leg: Leg, account: Account, now: string): Refusal | undefined {
  for (const fill of liveFills(fills)) {
    const problem = fill.leg_id === leg.id ? fillProblem(leg, fill, account, now) : undefined;
    if (problem) return problem;
  }
  return undefined;
}

/** Where nothing could be frozen at entry, the trader may say once what was at risk. */
function withRiskStatedLate(draft: Draft): Draft {
  const { plan, initial_risk, fills } = draft.position;
  const risk = plan?.risk ?? null;
  if (risk === null || initial_risk !== null || liveFills(fills).length === 0) return draft;
  const stated = { amount: risk, basis: 'stated_late' as const, stop: plan?.stop ?? null, rests_on: [] };
  return say(draft, 'InitialRiskFrozen', { ...stated, because: 'stated_late' });
}
