import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type NewFact, asJson, derivedId, idSchema } from '../kernel/index.ts';
import { contentSchema } from './content.ts';
import { folded } from './folded.ts';

/** A name belongs to the playbook that used it first, so that a name and a version say which playbook is meant, also years later. */
export type PlaybookName = z.infer<typeof taken>;

const taken = z.strictObject({ name: contentSchema.shape.name, playbook_id: idSchema });

export const playbookNameId = (name: string): Id => derivedId('playbook_name', folded(name));

export function playbookNameFact(payload: PlaybookName): NewFact {
  const aggregate_id = playbookNameId(payload.name);
  return { aggregate_type: 'playbook_name', aggregate_id, type: 'PlaybookNameTaken', payload: asJson(payload) };
}

export const playbookNameAggregate: Aggregate<PlaybookName> = { type: 'playbook_name', facts: { PlaybookNameTaken: taken }, evolve };

function evolve(name: PlaybookName | undefined, { type, payload }: FoldedFact): PlaybookName {
  return type === 'PlaybookNameTaken' ? (payload as PlaybookName) : (name as PlaybookName);
}
