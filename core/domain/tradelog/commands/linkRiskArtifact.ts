import type { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { draftOf, say } from '../draft.ts';
import type { Position } from '../position.ts';
import { riskArtifactSchema } from '../positionFacts.ts';

export const linkRiskArtifactPayload = riskArtifactSchema;

export type LinkRiskArtifact = z.infer<typeof linkRiskArtifactPayload>;

/** Remembers where the risk graph keeps its work on this position; the work itself stays there. */
export const linkRiskArtifact: CommandRule<Position, LinkRiskArtifact> = {
  type: 'LinkRiskArtifact',
  aggregate: 'position',
  stance: 'appends',
  payload: linkRiskArtifactPayload,
  decide: ({ state, payload, occurred_at }, world) => say(draftOf(state, occurred_at, world), 'RiskArtifactLinked', payload).facts,
};
