import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type Instant, type NewFact, asJson, idSchema } from '../kernel/index.ts';
import { type Content, contentSchema } from './content.ts';

/** What a playbook said when it was published. Nothing changes it, so whoever reads an old response finds what was asked then. */
export interface PlaybookVersion {
  readonly id: Id;
  readonly playbook_id: Id;
  readonly version: number;
  readonly content: Content;
  readonly published_at: Instant;
}

const written = z.strictObject({ playbook_id: idSchema, version: z.int().min(1), content: contentSchema });

type Written = z.infer<typeof written>;

export function playbookVersionFact(versionId: Id, payload: Written): NewFact {
  return { aggregate_type: 'playbook_version', aggregate_id: versionId, type: 'PlaybookVersionWritten', payload: asJson(payload) };
}

export const playbookVersionAggregate: Aggregate<PlaybookVersion> = {
  type: 'playbook_version',
  facts: { PlaybookVersionWritten: written },
  evolve,
};

function evolve(version: PlaybookVersion | undefined, { type, aggregate_id, payload, recorded_at }: FoldedFact): PlaybookVersion {
  if (type !== 'PlaybookVersionWritten') return version as PlaybookVersion;
  return { id: aggregate_id, ...(payload as Written), published_at: recorded_at };
}
