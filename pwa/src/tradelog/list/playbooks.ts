import type { Id } from '@taffrail/domain/kernel';
import type { Field, Playbook, PlaybookVersion } from '@taffrail/domain/playbooks';
import type { Replica, ResponseRow } from '@taffrail/replica';
import { useMemo } from 'preact/hooks';
import { useLive, useReplica } from '../../app/index.ts';
import { listedFields } from './listedFields.ts';

/** A playbook as trades are looked at by it: retired ones too, because what they said of old trades still holds. */
export interface ListedPlaybook {
  readonly id: Id;
  readonly name: string;
  /** What trades can be told apart by. */
  readonly fields: readonly Field[];
}

/** By name; empty until they are read. */
export function usePlaybooks(responses: ReadonlyMap<Id, ResponseRow> | undefined): readonly ListedPlaybook[] {
  const replica = useReplica();
  const answer = useLive(['playbook'], () => readPlaybooks(replica));
  return useMemo(() => {
    const answered = new Set(responses?.values().map(({ version_id }) => version_id));
    const read = answer.status === 'ready' ? answer.value : [];
    return read.map(({ id, name, versions: [latest, ...earlier] }) => {
      const regarded = [...(latest === undefined ? [] : [latest]), ...earlier.filter((version) => answered.has(version.id))];
      return { id, name, fields: listedFields(regarded) };
    });
  }, [answer, responses]);
}

interface ReadPlaybook {
  readonly id: Id;
  readonly name: string;
  /** The latest first. */
  readonly versions: readonly PlaybookVersion[];
}

async function readPlaybooks(replica: Replica): Promise<readonly ReadPlaybook[]> {
  const playbooks = await replica.states<Playbook>('playbook');
  const versions = new Map((await replica.states<PlaybookVersion>('playbook_version')).map(({ id, state }) => [id, state]));
  const read = playbooks.map(({ state: { id, name, versions: published } }) => {
    return { id, name, versions: published.toReversed().flatMap(({ version_id }) => versions.get(version_id) ?? []) };
  });
  return read.toSorted((a, b) => a.name.localeCompare(b.name));
}
