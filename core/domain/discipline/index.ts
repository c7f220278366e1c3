import type { Context } from '../kernel/index.ts';
import { breachAggregate } from './breach.ts';
import { declareOverride } from './commands/declareOverride.ts';
import { judgePeriod } from './commands/judgePeriod.ts';
import { measureSession } from './commands/measureSession.ts';
import { setTradingRules } from './commands/setTradingRules.ts';
import { judgementAggregate } from './judgement.ts';
import { overrideAggregate } from './override.ts';
import { refusals } from './refusals.ts';
import { sessionAggregate } from './session.ts';
import { tradingRulesAggregate } from './tradingRules.ts';

/** What a trader set out to keep to, where it was not kept, and what may be done now. */
export const discipline: Context = {
  name: 'discipline',
  aggregates: [tradingRulesAggregate, breachAggregate, judgementAggregate, sessionAggregate, overrideAggregate],
  commands: [setTradingRules, judgePeriod, measureSession, declareOverride],
  refusals,
};

export { type Breach } from './breach.ts';
export { type Calendar, type CalendarDay, calendarOf } from './calendar.ts';
export { breachId, type Finding, findingSchema, type RuleKey, ruleKeys } from './finding.ts';
export { type HeatDay, heatOf } from './heat.ts';
export { judge } from './judge.ts';
export { type Judgement, judgementId } from './judgement.ts';
export * from './limits.ts';
export { type AccountNow, type Intended } from './moment.ts';
export { type Override } from './override.ts';
export {
  type Days,
  daysOfMonth,
  daysOfWeek,
  type Month,
  monthOf,
  type Period,
  periodsOf,
  type Scope,
  type Week,
  weekOf,
} from './period.ts';
export { type PhaseNow } from './phaseNow.ts';
export { type Reason, reasonSchema } from './reason.ts';
export { type Net } from './results.ts';
export { concerns, type WeekReview, weekReview, type WeekStory } from './review.ts';
export { type TradingRules, tradingRulesSchema, usualRules } from './ruleBook.ts';
export { type MeasuredSession, sessionId } from './session.ts';
export { type SessionAsked, type SessionMetrics, sessionMetrics, sessionMetricsSchema } from './sessionMetrics.ts';
export { type DatedTrade, datedTrade, type InstrumentType, type Trade } from './trade.ts';
export { latestRules, rulesOn, type RulesOverTime, type RulesSince, TRADING_RULES_ID } from './tradingRules.ts';
export { type Circumstances, reachOf, type Verdict, verdictOf } from './verdict.ts';

export { type DeclareOverride, declareOverridePayload } from './commands/declareOverride.ts';
export { type JudgePeriod } from './commands/judgePeriod.ts';
export { type MeasureSession } from './commands/measureSession.ts';
export { type SetTradingRules, setTradingRulesPayload } from './commands/setTradingRules.ts';
