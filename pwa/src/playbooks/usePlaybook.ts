import type { Id, Versioned } from '@taffrail/domain/kernel';
import type { Playbook, PlaybookVersion } from '@taffrail/domain/playbooks';
import type { Live, Replica } from '@taffrail/replica';
import { useLive, useReplica } from '../app/index.ts';

/** A playbook with everything it ever said. */
export interface ShownPlaybook {
  readonly playbook: Playbook;
  readonly version: number;
  /** Latest first. */
  readonly versions: readonly PlaybookVersion[];
}

/** Undefined where nothing has been published under this id. */
export function usePlaybook(id: Id): Live<ShownPlaybook | undefined> {
  const replica = useReplica();
  return useLive(['playbook', 'playbook_version'], () => readPlaybook(replica, id), [id]);
}

export async function readPlaybook(replica: Replica, id: Id): Promise<ShownPlaybook | undefined> {
  const playbook = await replica.state<Playbook>('playbook', id);
  return playbook && { playbook: playbook.state, version: playbook.version, versions: await versionsOf(replica, playbook) };
}

async function versionsOf(replica: Replica, { state }: Versioned<Playbook>): Promise<readonly PlaybookVersion[]> {
  const found = await Promise.all(state.versions.map(({ version_id }) => replica.state<PlaybookVersion>('playbook_version', version_id)));
  return found.flatMap((version) => version?.state ?? []).toReversed();
}
