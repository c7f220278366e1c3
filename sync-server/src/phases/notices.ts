import type { Fact } from '@taffrail/domain/kernel';
import type { Transition } from '@taffrail/domain/phases';
import type { NoticeDraft } from '@taffrail/sync';

export function phaseNoticesOf({ type, payload }: Fact): readonly NoticeDraft[] {
  if (type !== 'PhaseChanged') return [];
  const { from_phase, to_phase } = payload as unknown as Transition;
  return [{ kind: 'phase_changed', params: { from_phase, to_phase }, subject: null }];
}
