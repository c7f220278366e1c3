import { type Draft, say } from './draft.ts';
import { isFlat, liveFills } from './fill.ts';
import type { Position } from './position.ts';
import { reworkedRisk, riskAtEntry } from './risk.ts';

/**
 * What follows from the fills being as they are now: a flat position is closed, one that is not flat any more
 * is open again, and one that has been entered has its risk frozen.
 */
export function concluded(draft: Draft): Draft {
  return withRiskFrozen(closedWhenFlat(reopenedWhenNotFlat(draft)));
}

function reopenedWhenNotFlat(draft: Draft): Draft {
  const { status, fills } = draft.position;
  return status === 'closed' && !isFlat(fills) ? say(draft, 'PositionReopened', {}) : draft;
}

function closedWhenFlat(draft: Draft): Draft {
  const { status, fills } = draft.position;
  if (status !== 'open' || !isFlat(fills)) return draft;
  return say(draft, 'PositionClosed', { reason: 'flat', merged_into: null }, lastFillAt(draft.position));
}

function lastFillAt({ fills }: Position): string {
  return liveFills(fills).reduce((last, { occurred_at }) => (occurred_at > last ? occurred_at : last), '');
}

function withRiskFrozen(draft: Draft): Draft {
  const { before, position } = draft;
  if (position.initial_risk !== null || liveFills(position.fills).length === 0) return draft;
  const entering = before === null || liveFills(before.fills).length === 0;
  const risk = riskAtEntry(position, entering);
  return risk === undefined ? draft : say(draft, 'InitialRiskFrozen', { ...risk, because: 'entered' });
}

/** A corrected entry changes what was at risk; the stop and the quantities stay those of the entry. */
export function withRiskReworked(draft: Draft, because: 'fill_corrected' | 'leg_corrected'): Draft {
  const frozen = draft.position.initial_risk;
  if (frozen === null) return draft;
  const risk = reworkedRisk(draft.position, frozen);
  if (risk === undefined) return say(draft, 'InitialRiskReleased', {});
  return risk.amount.minor === frozen.amount.minor ? draft : say(draft, 'InitialRiskFrozen', { ...risk, because });
}
