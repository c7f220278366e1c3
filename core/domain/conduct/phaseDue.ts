import { type Instant, asJson } from '../kernel/index.ts';
import { type JudgePhase, phaseProgressId, standingOf } from '../phases/index.ts';
import type { Wish } from './arming.ts';
import { type Book, groundOf } from './book.ts';

/** The step that the evidence takes by itself; null where there is none, and until somebody has begun. */
export function phaseDue(book: Book, now: Instant): Wish | null {
  if ((book.progress?.stay ?? 0) === 0) return null;
  const { evidence, pending_transition } = standingOf(groundOf(book), now);
  if (pending_transition === null) return null;
  const payload: JudgePhase = { evidence };
  return { type: 'JudgePhase', aggregate_id: phaseProgressId, payload: asJson(payload) };
}
