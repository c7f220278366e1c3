import type { Context } from '../kernel/index.ts';
import { advancePhase } from './commands/advancePhase.ts';
import { beginPhases } from './commands/beginPhases.ts';
import { changePhaseSettings } from './commands/changePhaseSettings.ts';
import { judgePhase } from './commands/judgePhase.ts';
import { overridePhase } from './commands/overridePhase.ts';
import { phaseProgressAggregate } from './progress.ts';
import { refusals } from './refusals.ts';
import { phaseSettingsAggregate } from './settingsOfBook.ts';

/** How far a trader has come: what size and freedom they have earned, and what the next step asks for. */
export const phases: Context = {
  name: 'phases',
  aggregates: [phaseProgressAggregate, phaseSettingsAggregate],
  commands: [beginPhases, changePhaseSettings, judgePhase, advancePhase, overridePhase],
  refusals,
};

export { type Step, type Validation, validationOf } from './advance.ts';
export { type ImportedConfig, settingsFromConfig } from './configShape.ts';
export { type Criterion } from './criteria.ts';
export { type Trigger } from './downgrade.ts';
export { type Evidence, evidenceOf, evidenceSchema, type Purse, type Stay } from './evidence.ts';
export * from './limits.ts';
export { type Phase, phaseAfter, phaseBefore, phaseNames, phaseOrder, phaseSchema } from './phase.ts';
export { type HistoryLine, type PhaseProgress, phaseProgressId, untouched } from './progress.ts';
export { historyLines, overrideLines } from './record.ts';
export { refusals } from './refusals.ts';
export { exchangeSessionOf } from './session.ts';
export {
  type AdvancementCriteria,
  type DowngradeTriggers,
  type PhaseSettings,
  type Settings,
  settingsSchema,
  usualSettings,
} from './settings.ts';
export { phaseSettingsId, settingsAt } from './settingsOfBook.ts';
export { type Ground, sizeWhenLeft, type Standing, standingOf, termsOf } from './standing.ts';
export { type ClockOf, type Trade } from './trade.ts';
export { type TradeLimit } from './tradeLimit.ts';
export { type BlockedAttempt, type Transition } from './transition.ts';
export { type Ending, type Outcome, whatIf } from './whatIf.ts';

export { type AdvancePhase } from './commands/advancePhase.ts';
export { type BeginPhases, beginPhasesPayload } from './commands/beginPhases.ts';
export { type ChangePhaseSettings } from './commands/changePhaseSettings.ts';
export { type JudgePhase } from './commands/judgePhase.ts';
export { type OverridePhase, overridePhasePayload } from './commands/overridePhase.ts';
