import { addMs, asJson, sameJson, type Fact, type Id, type Versioned } from '@taffrail/domain/kernel';
import { riskArtifactId, type MarketView, type RiskArtifact } from '@taffrail/domain/riskgraph';
import type { Position } from '@taffrail/domain/tradelog';
import type { JobHandler, JobRequest, JobTools } from '../workspace/index.ts';
import { isFollowed } from './followed.ts';

const COMPUTE = 'riskgraph.compute';
const LOOK_AGAIN = 'riskgraph.look_again';
const LINK = 'riskgraph.link';

/** What comes quickly one after another, such as the fills of an import or prices that are tried out, is looked at once. */
const QUIET_MS = 1_000;

/** So many at a time are worked out before everybody else has their turn. */
const AT_ONCE = 20;

/** What changes what is held, or what it cost. */
const moving: ReadonlySet<string> = new Set([
  'PositionCreated',
  'PositionAdjusted',
  'FillRecorded',
  'FillCorrected',
  'FillVoided',
  'FillDetached',
  'FillAttached',
]);

/** The risk of what is held follows what is held, and how the market is seen; the position is told where it lies. */
export function riskgraphJobsOf(
  { type, aggregate_id, aggregate_version, recorded_at, payload }: Fact,
  { state }: Versioned,
): readonly JobRequest[] {
  const once = addMs(recorded_at, QUIET_MS);
  if (moving.has(type)) {
    // A fill of a share that nobody drew leaves nothing to do, and a job waits for the disk even to find that out.
    const position = state as Position;
    const follows = isFollowed(position) || position.risk_artifact !== null;
    return follows ? [{ kind: COMPUTE, key: aggregate_id, due_at: once, payload: aggregate_version }] : [];
  }
  if (type === 'MarketViewSet') return [{ kind: LOOK_AGAIN, key: aggregate_id, due_at: once }];
  if (type !== 'RiskArtifactComputed') return [];
  const { position_id } = payload as { position_id: string };
  return [{ kind: LINK, key: position_id, due_at: recorded_at }];
}

const positionRef = (id: Id) => ({ aggregate_type: 'position', aggregate_id: id });
const artifactRef = (positionId: Id) => ({ aggregate_type: 'risk_artifact', aggregate_id: riskArtifactId(positionId) });

export const riskgraphJobs: { readonly [kind: string]: JobHandler } = {
  [COMPUTE]: async ({ key, payload: moved }, tools) => {
    const artifact = artifactOf(key, tools);
    // Somebody who asked meanwhile has had it worked out with this in it.
    if (artifact !== undefined && artifact.position_version >= Number(moved)) return undefined;
    await compute(key, 'moved', tools);
    return undefined;
  },

  [LOOK_AGAIN]: async ({ key }, tools) => {
    const view = tools.book.state({ aggregate_type: 'market_view', aggregate_id: key });
    if (view === undefined) return undefined;
    const seen = view.state as MarketView;
    for (let page = keptOf(seen, '', tools); page.length > 0; page = keptOf(seen, page.at(-1) ?? '', tools)) {
      const behind = page.filter((id) => !sameJson(artifactOf(id, tools)?.figures.outlook?.view, seen));
      await Promise.all(behind.map((id) => compute(id, `view ${view.version}`, tools)));
      await tools.rest();
    }
    return undefined;
  },

  // The reference never changes, so it is told once: each telling is a fact, over which edits that wait on a phone would come too late.
  [LINK]: async ({ key }, tools) => {
    const artifact = artifactOf(key, tools);
    const { state, version } = tools.book.state(positionRef(key)) ?? {};
    const position = state as Position | undefined;
    if (artifact === undefined || position?.risk_artifact?.artifact_id === artifact.id) return undefined;
    const { id, computed_at, position_version } = artifact;
    const payload = asJson({ artifact_id: id, computed_at });
    await tools.submit({ command_id: `link-risk/${key}`, type: 'LinkRiskArtifact', aggregate_id: key, payload });
    // What came before the position could tell that it is drawn has not asked to be worked out.
    if (version !== position_version) await compute(key, 'moved', tools);
    return undefined;
  },
};

/** An id made from what it is worked out from: done twice, it is decided once. */
async function compute(position_id: Id, occasion: string, { book, submit }: JobTools): Promise<void> {
  const position = book.state(positionRef(position_id));
  if (position === undefined) return;
  const payload = { position_id, position_version: position.version };
  const { aggregate_id } = artifactRef(position_id);
  const command_id = `compute-risk/${position_id}/${position.version}/${occasion}`;
  await submit({ command_id, type: 'ComputeRiskArtifact', aggregate_id, payload });
}

const artifactOf = (positionId: Id, { book }: JobTools): RiskArtifact | undefined =>
  book.state(artifactRef(positionId))?.state as RiskArtifact | undefined;

function keptOf({ underlying }: MarketView, after: Id, { book }: JobTools): readonly Id[] {
  const rows = book.read((sql) =>
    sql.all<{ position_id: Id }>(
      'SELECT position_id FROM riskgraph_held WHERE underlying = ? AND position_id > ? ORDER BY position_id LIMIT ?',
      underlying,
      after,
      AT_ONCE,
    ),
  );
  return rows.map(({ position_id }) => position_id);
}
