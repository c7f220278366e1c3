import { kernelRefusals } from '@taffrail/domain/kernel';
import { riskArtifactId } from '@taffrail/domain/riskgraph';
import { defineRoute, dispatch, type Route } from '../../http/index.ts';
import { artifactShape } from '../shapes.ts';
import { findArtifact } from '../states.ts';
import { creation, params } from './common.ts';

const tag = 'Risk graph';
const shown = { status: 200, description: 'Its risk', schema: artifactShape };

const computeArtifact = defineRoute({
  method: 'POST',
  path: '/api/risk-graph/positions/:id/artifact',
  summary: "Work out a position's risk",
  description:
    'From what it holds; with the view of its underlying, where there is one, also by chance. From then on it is worked out again when fills or legs change, ' +
    'and the position keeps a reference to it.',
  tag,
  who: 'member',
  params,
  headers: creation,
  answers: [shown],
  async door(asked) {
    const { workspace, params: named } = asked;
    const position = workspace.state({ aggregate_type: 'position', aggregate_id: named.id });
    if (position === undefined) return kernelRefusals.not_found({ noun: 'position', id: named.id });
    const payload = { position_id: named.id, position_version: position.version };
    const answer = await dispatch(asked, { type: 'ComputeRiskArtifact', aggregate_id: riskArtifactId(named.id), payload });
    return answer.outcome === 'refused' ? answer : { status: 200, body: findArtifact(workspace, named.id)?.state };
  },
});

const getArtifact = defineRoute({
  method: 'GET',
  path: '/api/risk-graph/positions/:id/artifact',
  summary: "Look at a position's risk as it was worked out last",
  tag,
  who: 'viewer',
  params,
  answers: [shown],
  door({ workspace, params: { id } }) {
    const found = findArtifact(workspace, id);
    return found ? { status: 200, body: found.state } : kernelRefusals.not_found({ noun: 'risk artifact of position', id });
  },
});

export const artifactRoutes: readonly Route[] = [computeArtifact, getArtifact];
