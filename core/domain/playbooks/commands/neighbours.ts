import { type AggregateRef, type Id, type NewFact, type Refusal, type World, idSchema, kernelRefusals } from '../../kernel/index.ts';
import type { Playbook } from '../playbook.ts';
import type { PlaybookVersion } from '../playbookVersion.ts';
import { refusals } from '../refusals.ts';
import { shortened } from '../shortened.ts';
import { type PlaybookResponse, responseFact } from '../response.ts';
import { type ResponseSubject, responseId, responseSubjectSchema } from '../subject.ts';

/** As much as a decision here looks at of what belongs to other contexts. */
export interface NeighbourStates {
  readonly position: { readonly account_id: Id };
  readonly account: { readonly account_max_risk_pct: string | null };
  readonly attachment: { readonly removed_at: string | null };
}

export function ref(aggregate_type: string, aggregate_id: Id): AggregateRef {
  return { aggregate_type, aggregate_id };
}

/** What every command says that may come first to a response. */
export const responseTerms = { subject: responseSubjectSchema, playbook_id: idSchema };

interface Beginning {
  readonly aggregate_id: Id;
  readonly state: PlaybookResponse | undefined;
  readonly payload: { readonly subject: ResponseSubject; readonly playbook_id: Id };
}

export function beginningRefs({ payload: { subject, playbook_id } }: Beginning): readonly AggregateRef[] {
  return [ref('playbook', playbook_id), ...(subject.type === 'position' ? [ref('position', subject.id)] : [])];
}

/** The fact that begins a response, where it has not begun yet. */
export function beginning(
  { aggregate_id, state, payload: { subject, playbook_id } }: Beginning,
  world: World,
): readonly NewFact[] | Refusal {
  const expected = responseId(subject, playbook_id);
  if (aggregate_id !== expected) return refusals.response_id_differs({ response_id: aggregate_id, expected_id: expected });
  if (state !== undefined) return [];
  const playbook = world.read<Playbook>('playbook', playbook_id);
  if (playbook === undefined) return kernelRefusals.not_found({ noun: 'playbook', id: playbook_id });
  if (!playbook.active) return refusals.playbook_retired({ playbook: playbook.name });
  if (subject.type === 'position' && world.read('position', subject.id) === undefined) {
    return kernelRefusals.not_found({ noun: 'position', id: subject.id });
  }
  return [responseFact(aggregate_id, 'ResponseBegun', { subject, playbook_id })];
}

/** The versions whose fields evidence may speak for: the latest, and the one that was answered. */
export function versionsInUse(playbookId: Id, response: PlaybookResponse | undefined, world: Pick<World, 'read'>): readonly Id[] {
  const latest = world.read<Playbook>('playbook', playbookId)?.versions.at(-1);
  const answered = response?.submission;
  return [latest, answered].flatMap((line) => (line ? [line.version_id] : []));
}

export function fieldProblem(keys: readonly string[], versionIds: readonly Id[], world: World): Refusal | undefined {
  const versions = versionIds.map((id) => world.read<PlaybookVersion>('playbook_version', id));
  const known = new Set(versions.flatMap((version) => version?.content.fields ?? []).map(({ key }) => key));
  const unknown = keys.find((key) => !known.has(key));
  return unknown === undefined ? undefined : refusals.field_unknown({ key: shortened(unknown) });
}
