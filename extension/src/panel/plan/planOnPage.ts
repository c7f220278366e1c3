import { computed, type ReadonlySignal } from '@preact/signals';
import { readIn, sketchOf, type Planning, type Sketch } from '../../app/index.ts';
import { reading } from '../reading/reading.ts';
import { draft } from './draft.ts';

/** The plan as it stands on this page, before anything is said to it. */
export interface PlanOnPage extends Planning {
  readonly sketch: Sketch;
  /** What the ticket is for, where it says so. */
  readonly about: string | null;
}

export const planOnPage: ReadonlySignal<PlanOnPage | undefined> = computed(() => {
  const [now, from] = [draft.value, reading.value];
  if (now === undefined) return undefined;
  const ticket = from.state === 'reading' && from.sighting?.seen === 'ticket' ? from.sighting.ticket : null;
  return { draft: now, ticket, sketch: sketchOf(now.typed, ticket), about: readIn(ticket?.fields.symbol) ?? null };
});
