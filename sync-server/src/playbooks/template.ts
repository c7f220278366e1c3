import { idSchema, instantSchema, kernelRefusals, type Id, type Versioned } from '@taffrail/domain/kernel';
import { contentSchema, type Playbook, type PlaybookVersion } from '@taffrail/domain/playbooks';
import type { Workspace } from '../workspace/index.ts';
import { z } from 'zod';

const { fields, ...terms } = contentSchema.shape;

/** One version of a playbook, as the doors show it. */
export const templateShape = z.strictObject({
  id: idSchema.describe('Names this version for ever'),
  playbook_id: idSchema.describe('The same for all its versions'),
  version: z.int().min(1),
  latest: z.boolean().describe('Whether it is the version in use'),
  is_active: z.boolean().describe('Whether new responses are taken'),
  revision: z.int().min(1).describe('Of the playbook: what If-Match is to say'),
  ...terms,
  schema: fields,
  created_at: instantSchema,
});

export type TemplateView = z.infer<typeof templateShape>;

const playbookRef = (id: Id) => ({ aggregate_type: 'playbook', aggregate_id: id });
const versionRef = (id: Id) => ({ aggregate_type: 'playbook_version', aggregate_id: id });

export interface Template {
  readonly version: PlaybookVersion;
  readonly playbook: Versioned<Playbook>;
}

/** A version with its playbook: now, or as that was when an answer was given. */
export function findTemplate(workspace: Workspace, id: Id, asOfSeq = workspace.lastSeq): Template | undefined {
  const version = workspace.stateAsOf(versionRef(id), asOfSeq)?.state as PlaybookVersion | undefined;
  const playbook = version && (workspace.stateAsOf(playbookRef(version.playbook_id), asOfSeq) as Versioned<Playbook> | undefined);
  return version && playbook && { version, playbook };
}

export function templateView({ version, playbook }: Template): TemplateView {
  const { fields: schema, ...content } = version.content;
  return {
    id: version.id,
    playbook_id: version.playbook_id,
    version: version.version,
    latest: playbook.state.versions.at(-1)?.version_id === version.id,
    is_active: playbook.state.active,
    revision: playbook.version,
    ...content,
    schema,
    created_at: version.published_at,
  };
}

export const noSuchTemplate = (id: Id) => kernelRefusals.not_found({ noun: 'playbook_version', id });
