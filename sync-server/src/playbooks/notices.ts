import type { AggregateRef, Fact, Versioned } from '@taffrail/domain/kernel';
import type { Playbook } from '@taffrail/domain/playbooks';
import type { NoticeDraft } from '@taffrail/sync';

/** Others, and scripts, change what the next trade is checked by. What comes of a checklist, its position and the rules tell. */
export function playbookNoticesOf(
  { type, payload, aggregate_id: id }: Fact,
  stateOf: (ref: AggregateRef) => Versioned | undefined,
): readonly NoticeDraft[] {
  const subject = { type: 'playbook', id };
  if (type === 'PlaybookPublished') {
    const { name, version } = payload as { name: string; version: number };
    return [{ kind: 'playbook_published', params: { name, version }, subject }];
  }
  if (type !== 'PlaybookRetired') return [];
  const { name } = stateOf({ aggregate_type: 'playbook', aggregate_id: id })?.state as Playbook;
  return [{ kind: 'playbook_retired', params: { name }, subject }];
}
