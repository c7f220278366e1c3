import { z } from 'zod';
import { type AggregateRef, type CommandRule, type Refusal, type World, idSchema, kernelRefusals } from '../../kernel/index.ts';
import { type Content, contentInputSchema } from '../content.ts';
import { differenceOf, isSame } from '../difference.ts';
import { MOST_VERSIONS } from '../limits.ts';
import { type Playbook, playbookFact } from '../playbook.ts';
import { type PlaybookName, playbookNameFact, playbookNameId } from '../playbookName.ts';
import { type PlaybookVersion, playbookVersionFact } from '../playbookVersion.ts';
import { refusals } from '../refusals.ts';

export const publishPlaybookPayload = z.strictObject({
  version_id: idSchema,
  content: contentInputSchema,
  base_version_id: idSchema.nullable().describe('The version it was written from; null for the first'),
});

export type PublishPlaybook = z.infer<typeof publishPlaybookPayload>;

export const publishPlaybook: CommandRule<Playbook | undefined, PublishPlaybook> = {
  type: 'PublishPlaybook',
  aggregate: 'playbook',
  stance: 'puts',
  payload: publishPlaybookPayload,
  reads: ({ state, payload }) => [versionRef(payload.version_id), nameRef(payload.content.name), ...latestRefs(state)],
  decide({ aggregate_id, state, payload: { version_id, content, base_version_id } }, world) {
    const { name, purpose } = content;
    const owner = world.read<PlaybookName>('playbook_name', playbookNameId(name));
    const problem = placeProblem(state, base_version_id) ?? nameProblem(owner, name, aggregate_id) ?? sameProblem(state, content, world);
    if (problem) return problem;
    if (world.read('playbook_version', version_id)) return kernelRefusals.already_exists({ noun: 'playbook_version', id: version_id });
    const version = (state?.versions.at(-1)?.version ?? 0) + 1;
    return [
      ...(owner === undefined ? [playbookNameFact({ name, playbook_id: aggregate_id })] : []),
      playbookVersionFact(version_id, { playbook_id: aggregate_id, version, content }),
      playbookFact(aggregate_id, 'PlaybookPublished', { version, version_id, name, purpose }),
    ];
  },
};

const versionRef = (versionId: string): AggregateRef => ({ aggregate_type: 'playbook_version', aggregate_id: versionId });
const nameRef = (name: string): AggregateRef => ({ aggregate_type: 'playbook_name', aggregate_id: playbookNameId(name) });
const latestRefs = (playbook: Playbook | undefined): AggregateRef[] =>
  (playbook?.versions ?? []).slice(-1).map(({ version_id }) => versionRef(version_id));

/** Nobody publishes over a version that they have not seen. Two devices can give out one number without a network, never one id. */
function placeProblem(playbook: Playbook | undefined, base_version_id: string | null): Refusal | undefined {
  const versions = playbook?.versions ?? [];
  const latest = versions.at(-1);
  if (base_version_id !== (latest?.version_id ?? null)) {
    const based_on = versions.find(({ version_id }) => version_id === base_version_id)?.version ?? null;
    return refusals.based_on_another_version({ base_version_id, based_on, latest: latest?.version ?? null });
  }
  if (playbook?.active === false) return refusals.playbook_retired({ playbook: playbook.name });
  return versions.length >= MOST_VERSIONS ? refusals.too_many_versions() : undefined;
}

function nameProblem(owner: PlaybookName | undefined, name: string, playbookId: string): Refusal | undefined {
  if (owner === undefined || owner.playbook_id === playbookId) return undefined;
  return refusals.playbook_name_taken({ name, taken_as: owner.name, playbook_id: owner.playbook_id });
}

function sameProblem(playbook: Playbook | undefined, content: Content, world: World): Refusal | undefined {
  const latest = playbook?.versions.at(-1);
  const before = latest && world.read<PlaybookVersion>('playbook_version', latest.version_id);
  if (latest === undefined || before === undefined || !isSame(differenceOf(before.content, content))) return undefined;
  return refusals.nothing_new({ version: latest.version });
}
