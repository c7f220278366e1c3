import type { Context } from '../kernel/index.ts';
import { addStrategy } from './commands/addStrategy.ts';
import { changeStrategy } from './commands/changeStrategy.ts';
import { removeStrategy } from './commands/removeStrategy.ts';
import { restoreStrategy } from './commands/restoreStrategy.ts';
import { refusals } from './refusals.ts';
import { strategyAggregate } from './strategy.ts';

/** Risk drawn: strategies as a trader tries them out, with every version of them, and the mathematics of their worth. */
export const riskgraph: Context = {
  name: 'riskgraph',
  aggregates: [strategyAggregate],
  commands: [addStrategy, changeStrategy, removeStrategy, restoreStrategy],
  refusals,
};

export {
  type Combination,
  type Contract,
  type Distribution,
  type Extremes,
  type Greeks,
  type ImpliedVolatility,
  type Leg,
  type Market,
  NOW,
  type NoInformation,
  type Option,
  type OptionLeg,
  type Outlook,
  type Profile,
  type Scenario,
  type Skew,
  type TailLoss,
  type UnderlyingLeg,
  greeksOf,
  impliedVolatility,
  p50,
} from './mathematics/index.ts';
export { type Strategy, type StrategyTerms, type StrategyVersion } from './strategy.ts';
export { type StrategyLeg } from './strategyLeg.ts';

export { type AddStrategy } from './commands/addStrategy.ts';
export { type ChangeStrategy } from './commands/changeStrategy.ts';
export { type RemoveStrategy } from './commands/removeStrategy.ts';
export { type RestoreStrategy } from './commands/restoreStrategy.ts';
