import { refusalsFrom } from './refusal.ts';

/** The refusals every context shares; a context adds its own beside its rules. */
export const kernelRefusals = refusalsFrom({
  invalid_input: (d: { at: string; problem: string }) => (d.at === '' ? `${d.problem}.` : `${d.at}: ${d.problem}.`),
  unknown_command: (d: { type: string }) => `There is no command called ${d.type}.`,
  not_found: (d: { noun: string; id: string }) => `There is no ${d.noun.replaceAll('_', ' ')} with id ${d.id}.`,
  already_exists: (d: { noun: string; id: string }) =>
    `A ${d.noun.replaceAll('_', ' ')} with id ${d.id} exists already; choose another id or leave it out.`,
  version_required: (d: { noun: string; current_version: number }) =>
    `This edit must say which version of the ${d.noun.replaceAll('_', ' ')} it was made on; the current one is ${d.current_version}.`,
  version_conflict: (d: { noun: string; expected_version: number; current_version: number }) =>
    d.expected_version === 0
      ? `The ${d.noun.replaceAll('_', ' ')} was begun elsewhere since, and is now at version ${d.current_version}.`
      : `The ${d.noun.replaceAll('_', ' ')} has changed since: you edited version ${d.expected_version}, it is now version ${d.current_version}.`,
  in_the_future: (d: { at: string; now: string }) =>
    `${d.at} lies in the future (it is ${d.now}); a fact can only be recorded once it has happened.`,
});

export type KernelRefusalCode = keyof typeof kernelRefusals;
