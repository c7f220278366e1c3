import { type Draft, say } from './draft.ts';
import { isFlat, liveFills } from './fill.ts';
import type { Position } from './position.ts';

/** What follows from the fills being as they are now: a flat position is closed, one that is not flat any more is open again. */
export function concluded(draft: Draft): Draft {
  return closedWhenFlat(reopenedWhenNotFlat(draft));
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
