import { stopsIn } from '@taffrail/face';
import type { PlanNow } from '../../app/index.ts';

/** What the rules come to, in a word. */
export type Mood = 'may' | 'mayNot' | 'within' | 'against' | 'unchecked';

/**
 * Before it is enough to be a trade, it is about trading at all. Where only the grade is against it and the checklist has open fields, nothing
 * was done wrong yet.
 */
export function moodOf({ missing, verdict, checklist }: Pick<PlanNow, 'missing' | 'verdict' | 'checklist'>): Mood {
  const stops = stopsIn(verdict?.reasons ?? []);
  if (missing !== null) return stops.length > 0 ? 'mayNot' : 'may';
  if (stops.length === 0) return 'within';
  const isOpen = checklist?.evaluation.fields.some(({ answered }) => !answered) === true;
  return isOpen && stops.every(({ rule }) => rule === 'grade_cap') ? 'unchecked' : 'against';
}
