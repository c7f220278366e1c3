import type { Id } from '@taffrail/domain/kernel';
import type { Field, Playbook, PlaybookVersion } from '@taffrail/domain/playbooks';
import type { Replica } from '@taffrail/replica';
import { useMemo } from 'preact/hooks';
import { useLive, useReplica } from '../../app/index.ts';

/** A playbook as trades are looked at by it: retired ones too, because what they said of old trades still holds. */
export interface ListedPlaybook {
  readonly id: Id;
  readonly name: string;
  /** What its latest version asks that a list can be filtered by. */
  readonly fields: readonly Field[];
}

/** By name; empty until they are read. */
export function usePlaybooks(): readonly ListedPlaybook[] {
  const replica = useReplica();
  const answer = useLive(['playbook'], () => readPlaybooks(replica));
  return useMemo(() => (answer.status === 'ready' ? answer.value : []), [answer]);
}

const listed: ReadonlySet<Field['type']> = new Set<Field['type']>(['boolean', 'select', 'number', 'rating']);

async function readPlaybooks(replica: Replica): Promise<readonly ListedPlaybook[]> {
  const playbooks = await replica.states<Playbook>('playbook');
  const read = playbooks.map(async ({ state: { id, name, versions } }) => {
    const version = await replica.state<PlaybookVersion>('playbook_version', versions.at(-1)?.version_id ?? '');
    return { id, name, fields: (version?.state.content.fields ?? []).filter(({ type }) => listed.has(type)) };
  });
  return (await Promise.all(read)).toSorted((a, b) => a.name.localeCompare(b.name));
}
