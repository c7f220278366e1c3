export { americanOption } from './american.ts';
export { breakevensOf } from './breakevens.ts';
export { type Distribution, lognormal } from './distribution.ts';
export { type Option, europeanOption } from './european.ts';
export { type Extremes, extremesOf } from './extremes.ts';
export { type Greeks } from './greeks.ts';
export {
  type Contract,
  type ImpliedVolatility,
  type NoInformation,
  impliedVolatility,
  impliedVolatilityAmerican,
} from './impliedVolatility.ts';
export { type Leg, NOW, type OptionLeg, type Scenario, type UnderlyingLeg, firstExpiry, greeksOf } from './leg.ts';
export { type Market } from './market.ts';
export { type TailLoss, expectedResult, probabilityOfMoreThan, probabilityOfProfit, tailLoss } from './outcomes.ts';
export { type Outlook } from './outlook.ts';
export { type Combination, type Profile, profileOf } from './profile.ts';
export { p50, reachProbability } from './reach.ts';
export { type Skew, skewed, volatilityAt } from './skew.ts';
export { touchProbability } from './touch.ts';
