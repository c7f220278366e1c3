import type { Id } from '@taffrail/domain/kernel';
import { dispatch, lastSeqOf, type Caller, type DoorAnswer } from '../http/index.ts';
import { findTemplate, templateView } from './template.ts';

interface Publishing {
  readonly playbook_id: Id;
  readonly version_id: Id;
  /** The version it was written from; null for the first. */
  readonly base_version_id: Id | null;
  /** As the rules take it. */
  readonly content: object;
}

/** Publishes a version and shows it. */
export async function publishVersion(caller: Caller, status: number, { playbook_id, ...payload }: Publishing): Promise<DoorAnswer> {
  const answer = await dispatch(caller, { type: 'PublishPlaybook', aggregate_id: playbook_id, payload });
  return answer.outcome === 'refused' ? answer : templateReply(caller, payload.version_id, status, lastSeqOf(answer));
}

export function templateReply({ workspace }: Caller, id: Id, status: number, asOfSeq: number): DoorAnswer {
  const found = findTemplate(workspace, id, asOfSeq);
  if (!found) throw new Error(`version ${id} was published but is not there`);
  return { status, body: templateView(found), version: found.playbook.version, headers: { location: `/api/playbooks/templates/${id}` } };
}
