import { addMs, asJson, type Fact, type Versioned } from '@taffrail/domain/kernel';
import { riskArtifactId, type RiskArtifact } from '@taffrail/domain/riskgraph';
import type { JobHandler, JobRequest, StateOf } from '../workspace/index.ts';

const COMPUTE = 'riskgraph.compute';
const LINK = 'riskgraph.link';

/** Fills that come one after another, such as those of an import, are looked at once. */
const QUIET_MS = 1_000;

/** What changes what is held, or what it cost. */
const moving: ReadonlySet<string> = new Set([
  'PositionAdjusted',
  'FillRecorded',
  'FillCorrected',
  'FillVoided',
  'FillDetached',
  'FillAttached',
]);

/** A position's risk is kept up once somebody has asked for it; the position is told where it lies. */
export function riskgraphJobsOf(
  { type, aggregate_id, aggregate_version, recorded_at, payload }: Fact,
  _after: Versioned,
  stateOf: StateOf,
): readonly JobRequest[] {
  if (moving.has(type) && stateOf(artifactRef(aggregate_id)) === undefined) return [];
  if (moving.has(type)) return [{ kind: COMPUTE, key: aggregate_id, due_at: addMs(recorded_at, QUIET_MS), payload: aggregate_version }];
  if (type !== 'RiskArtifactComputed') return [];
  const { position_id } = payload as { position_id: string };
  return [{ kind: LINK, key: position_id, due_at: recorded_at }];
}

const positionRef = (id: string) => ({ aggregate_type: 'position', aggregate_id: id });
const artifactRef = (positionId: string) => ({ aggregate_type: 'risk_artifact', aggregate_id: riskArtifactId(positionId) });

export const riskgraphJobs: { readonly [kind: string]: JobHandler } = {
  [COMPUTE]: async ({ key, payload: moved }, { book, submit }) => {
    const position = book.state(positionRef(key));
    const artifact = book.state(artifactRef(key))?.state as RiskArtifact | undefined;
    // Somebody who asked meanwhile has had it worked out with this in it.
    if (position === undefined || artifact === undefined || artifact.position_version >= Number(moved)) return undefined;
    const payload = { position_id: key, position_version: position.version };
    const { aggregate_id } = artifactRef(key);
    await submit({ command_id: `compute-risk/${key}/${position.version}`, type: 'ComputeRiskArtifact', aggregate_id, payload });
    return undefined;
  },
  [LINK]: async ({ key }, { book, submit }) => {
    const artifact = book.state(artifactRef(key));
    if (artifact === undefined) return undefined;
    const { id, computed_at } = artifact.state as RiskArtifact;
    const payload = asJson({ artifact_id: id, computed_at });
    await submit({ command_id: `link-risk/${key}/${artifact.version}`, type: 'LinkRiskArtifact', aggregate_id: key, payload });
    return undefined;
  },
};
