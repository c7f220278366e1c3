import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type Instant, type NewFact, asJson, idSchema } from '../kernel/index.ts';
import { contentSchema, purposeSchema } from './content.ts';

/** A trader's way of going about a kind of trade; what it says is in its versions. */
export interface Playbook {
  readonly id: Id;
  /** As its latest version has it. */
  readonly name: string;
  readonly purpose: z.infer<typeof purposeSchema>;
  /** Whether new responses are taken. */
  readonly active: boolean;
  /** Oldest first; the last is the one in use. */
  readonly versions: readonly VersionLine[];
}

export interface VersionLine {
  readonly version: number;
  readonly version_id: Id;
  readonly name: string;
  readonly published_at: Instant;
}

const playbookFacts = {
  PlaybookPublished: z.strictObject({
    version: z.int().min(1),
    version_id: idSchema,
    name: contentSchema.shape.name,
    purpose: purposeSchema,
  }),
  PlaybookRetired: z.strictObject({}),
  PlaybookReactivated: z.strictObject({}),
};

type PlaybookFacts = { [Type in keyof typeof playbookFacts]: z.infer<(typeof playbookFacts)[Type]> };

export function playbookFact<Type extends keyof PlaybookFacts>(id: Id, type: Type, payload: PlaybookFacts[Type]): NewFact {
  return { aggregate_type: 'playbook', aggregate_id: id, type, payload: asJson(payload) };
}

export const playbookAggregate: Aggregate<Playbook> = { type: 'playbook', facts: playbookFacts, evolve };

function evolve(playbook: Playbook | undefined, fact: FoldedFact): Playbook {
  if (fact.type === 'PlaybookPublished') return published(playbook, fact);
  const known = playbook as Playbook;
  if (fact.type === 'PlaybookRetired') return { ...known, active: false };
  return fact.type === 'PlaybookReactivated' ? { ...known, active: true } : known;
}

function published(playbook: Playbook | undefined, { aggregate_id, payload, recorded_at }: FoldedFact): Playbook {
  const { version, version_id, name, purpose } = payload as PlaybookFacts['PlaybookPublished'];
  const line = { version, version_id, name, published_at: recorded_at };
  return { id: aggregate_id, name, purpose, active: playbook?.active ?? true, versions: [...(playbook?.versions ?? []), line] };
}
