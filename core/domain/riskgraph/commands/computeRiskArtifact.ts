import { z } from 'zod';
import { type CommandRule, idSchema, sameJson } from '../../kernel/index.ts';
import { type MarketView, marketViewId } from '../marketView.ts';
import { type SnapshotRead, fromSnapshot } from '../position.ts';
import { refusals } from '../refusals.ts';
import { type RiskArtifact, riskArtifactFact, riskArtifactId, riskFiguresOf } from '../riskArtifact.ts';

export const computeRiskArtifactPayload = z.strictObject({ position_id: idSchema, position_version: z.int().min(1) });

export type ComputeRiskArtifact = z.infer<typeof computeRiskArtifactPayload>;

/** Works out a position's risk from what it holds. Where nothing has changed since, nothing is recorded. */
export const computeRiskArtifact: CommandRule<RiskArtifact | undefined, ComputeRiskArtifact> = {
  type: 'ComputeRiskArtifact',
  aggregate: 'risk_artifact',
  stance: 'puts',
  payload: computeRiskArtifactPayload,
  reads({ payload }, world) {
    const position = positionRef(payload.position_id);
    const found = world.read<SnapshotRead>(position.aggregate_type, position.aggregate_id);
    return found === undefined ? [position] : [position, viewRef(found.underlying)];
  },
  decide({ aggregate_id, state, payload: { position_id, position_version } }, world) {
    const expected_id = riskArtifactId(position_id);
    if (aggregate_id !== expected_id) return refusals.id_of_another({ id: aggregate_id, expected_id });
    const position = world.read<HeldPosition>('position', position_id);
    if (position === undefined) return refusals.no_such_position({ position_id });
    const terms = fromSnapshot({ ...position, fills: position.fills.filter(({ voided }) => !voided) });
    if (terms === undefined) return refusals.no_risk_held();
    const view = world.read<MarketView>('market_view', marketViewId(position.underlying));
    const figures = riskFiguresOf(terms, view, world.now);
    return sameJson(state?.figures, figures) ? [] : [riskArtifactFact({ position_id, position_version, figures })];
  },
};

type HeldPosition = Omit<SnapshotRead, 'fills'> & {
  readonly fills: readonly (SnapshotRead['fills'][number] & { readonly voided: boolean })[];
};

const positionRef = (id: string) => ({ aggregate_type: 'position', aggregate_id: id });
const viewRef = (underlying: string) => ({ aggregate_type: 'market_view', aggregate_id: marketViewId(underlying) });
