import { refusalsFrom } from '../kernel/index.ts';
import { type Phase, phaseNames } from './phase.ts';

/** Everything phases say no to, in the trader's words. */
export const refusals = refusalsFrom({
  another_id: (d: { id: string; expected_id: string }) =>
    `A book has its phases once, with the id ${d.expected_id}, not ${d.id}; use that one.`,
  phases_begun: (d: { phase: Phase }) =>
    `Phases have begun already, and this book is in ${phaseNames[d.phase]}; from here it goes on by evidence, or by an override.`,
  not_one_step: (d: { from_phase: Phase; to_phase: Phase }) =>
    `From ${phaseNames[d.from_phase]} no single step leads to ${phaseNames[d.to_phase]}; phases change one at a time, so name the one before or after.`,
  no_phase_after: (d: { phase: Phase }) => `${phaseNames[d.phase]} is the last phase; there is none to advance to.`,
  evidence_of_another_stay: (d: { stay: number; present_stay: number }) =>
    `The phase has changed since these figures were worked out (they are of stay ${d.stay}, this is stay ${d.present_stay}); work them out again.`,
  figures_outdated: () =>
    'Something was recorded meanwhile, so that the figures this rests on are no longer those of the book. Look at them again, then decide.',
  before_the_last_change: (d: { at: string; since: string }) =>
    `The present phase began at ${d.since}, so nothing can change at ${d.at}; name a later moment or leave it out.`,
  not_phase_settings: (d: { at: string; problem: string }) =>
    d.at === ''
      ? 'These are no phase settings; a file of them has phase_progression, with a part for each phase.'
      : `These phase settings cannot be taken: ${d.at}: ${d.problem}.`,
});
