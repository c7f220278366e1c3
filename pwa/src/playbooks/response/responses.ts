import type { Id } from '@taffrail/domain/kernel';
import { responseId, type Playbook, type PlaybookResponse, type PlaybookVersion, type ResponseSubject } from '@taffrail/domain/playbooks';
import type { Account } from '@taffrail/domain/tradelog';
import type { Live, Replica } from '@taffrail/replica';
import { useLive, useReplica } from '../../app/index.ts';

/** A playbook and what was answered to it about one subject, as this device knows it. */
export interface ShownResponse {
  readonly id: Id;
  readonly subject: ResponseSubject;
  readonly playbook: Playbook;
  /** The one that somebody who begins now answers. */
  readonly latest: PlaybookVersion;
  readonly response: PlaybookResponse | undefined;
  /** Something about it has not reached the server. */
  readonly isPending: boolean;
}

/** Undefined where the playbook is not on this device. */
export async function readResponse(replica: Replica, subject: ResponseSubject, playbookId: Id): Promise<ShownResponse | undefined> {
  const id = responseId(subject, playbookId);
  const [playbook, response] = await Promise.all([
    replica.state<Playbook>('playbook', playbookId),
    replica.state<PlaybookResponse>('playbook_response', id),
  ]);
  const latestId = playbook?.state.versions.at(-1)?.version_id;
  const latest = latestId === undefined ? undefined : await readVersion(replica, latestId);
  const facts = response === undefined ? [] : await replica.factsOf('playbook_response', id);
  const isPending = facts.some(({ on_server }) => !on_server);
  return playbook && latest && { id, subject, playbook: playbook.state, latest, response: response?.state, isPending };
}

export async function readVersion(replica: Replica, versionId: Id): Promise<PlaybookVersion | undefined> {
  return (await replica.state<PlaybookVersion>('playbook_version', versionId))?.state;
}

export function useVersion(versionId: Id): Live<PlaybookVersion | undefined> {
  const replica = useReplica();
  return useLive(['playbook_version'], () => readVersion(replica, versionId), [versionId]);
}

/** The most that the account of a response allows; null where it says nothing. */
export async function readAccountCap(replica: Replica, accountId: Id | null): Promise<string | null> {
  if (accountId === null) return null;
  return (await replica.state<Account>('account', accountId))?.state.account_max_risk_pct ?? null;
}
