import type { Context } from '../kernel/index.ts';
import { addStrategy } from './commands/addStrategy.ts';
import { changeStrategy } from './commands/changeStrategy.ts';
import { changeTemplate } from './commands/changeTemplate.ts';
import { computeRiskArtifact } from './commands/computeRiskArtifact.ts';
import { removeStrategy } from './commands/removeStrategy.ts';
import { removeTemplate } from './commands/removeTemplate.ts';
import { reorderStrategies } from './commands/reorderStrategies.ts';
import { restoreStrategy } from './commands/restoreStrategy.ts';
import { saveTemplate } from './commands/saveTemplate.ts';
import { setMarketView } from './commands/setMarketView.ts';
import { marketViewAggregate } from './marketView.ts';
import { refusals } from './refusals.ts';
import { riskArtifactAggregate } from './riskArtifact.ts';
import { strategyAggregate } from './strategy.ts';
import { strategyOrderAggregate } from './strategyOrder.ts';
import { templateAggregate } from './strategyTemplate.ts';

/** Risk drawn: strategies as a trader tries them out, with every version of them, and the mathematics of their worth. */
export const riskgraph: Context = {
  name: 'riskgraph',
  aggregates: [strategyAggregate, strategyOrderAggregate, templateAggregate, marketViewAggregate, riskArtifactAggregate],
  commands: [
    addStrategy,
    changeStrategy,
    removeStrategy,
    restoreStrategy,
    reorderStrategies,
    saveTemplate,
    changeTemplate,
    removeTemplate,
    setMarketView,
    computeRiskArtifact,
  ],
  refusals,
};

export { combinationOf, together, usualView } from './drawn.ts';
export { exerciseOf } from './exerciseStyle.ts';
export { type Geometry, geometryOf, geometrySchema, legsFromGeometry, nextExpiry } from './geometry.ts';
export { strategiesFile, strategiesFromFile } from './interchange.ts';
export { type LegVolatility, volatilityFromPrice, volatilityOf } from './legVolatility.ts';
export * from './limits.ts';
export { chancesIn, driftOf, marketOf, yearsUntil } from './market.ts';
export { type MarketView, marketViewId, marketViewSchema } from './marketView.ts';
export {
  type Combination,
  type Distribution,
  type Extremes,
  type Leg,
  type Market,
  type Profile,
  NOW,
  breakevensOf,
  expectedResult,
  extremesOf,
  greeksOf,
  impliedVolatility,
  p50,
  probabilityOfProfit,
  profileOf,
  tailLoss,
  touchProbability,
} from './mathematics/index.ts';
export { fromSnapshot } from './position.ts';
export { type Standpoint, fromTemplate, legsRelativeTo } from './relative.ts';
export { CONFIDENCE, type RiskArtifact, riskArtifactId, riskFiguresSchema } from './riskArtifact.ts';
export { type Shape, shapeOf, shapes } from './shape.ts';
export { type Strategy, type StrategyVersion, strategySchema, strategyTermsSchema, versionSchema } from './strategy.ts';
export { type StrategyLeg, strategyLegSchema } from './strategyLeg.ts';
export { type StrategyOrder, inOrder, strategyOrderId } from './strategyOrder.ts';
export { type StrategyTemplate, type TemplateTerms, templateTermsSchema } from './strategyTemplate.ts';

export { type AddStrategy, addStrategyPayload } from './commands/addStrategy.ts';
export { type ChangeStrategy, changeStrategyPayload } from './commands/changeStrategy.ts';
export { type ChangeTemplate } from './commands/changeTemplate.ts';
export { type ComputeRiskArtifact } from './commands/computeRiskArtifact.ts';
export { type RemoveStrategy } from './commands/removeStrategy.ts';
export { type ReorderStrategies } from './commands/reorderStrategies.ts';
export { type RestoreStrategy } from './commands/restoreStrategy.ts';
export { type SaveTemplate, saveTemplatePayload } from './commands/saveTemplate.ts';
export { type SetMarketView } from './commands/setMarketView.ts';
