import type { CommandRule } from '../../kernel/index.ts';
import { type OverrideTerms, overrideFact, overrideTerms } from '../override.ts';

export const declareOverridePayload = overrideTerms;

export type DeclareOverride = OverrideTerms;

/** The trader decides; the record shows over what, and why. */
export const declareOverride: CommandRule<undefined, DeclareOverride> = {
  type: 'DeclareOverride',
  aggregate: 'override',
  stance: 'creates',
  payload: declareOverridePayload,
  decide: ({ aggregate_id, payload }) => [overrideFact(aggregate_id, payload)],
};
