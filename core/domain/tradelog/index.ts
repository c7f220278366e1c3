import type { Context } from '../kernel/index.ts';
import { accountAggregate } from './account.ts';
import { changeAccount } from './commands/changeAccount.ts';
import { closeAccount } from './commands/closeAccount.ts';
import { closePosition } from './commands/closePosition.ts';
import { createPosition } from './commands/createPosition.ts';
import { openAccount } from './commands/openAccount.ts';
import { recordFill } from './commands/recordFill.ts';
import { reopenAccount } from './commands/reopenAccount.ts';
import { positionAggregate } from './position.ts';

/** What happened to the trader's money, and what was intended. */
export const tradelog: Context = {
  name: 'tradelog',
  aggregates: [accountAggregate, positionAggregate],
  commands: [...[openAccount, changeAccount, closeAccount, reopenAccount], ...[createPosition, recordFill, closePosition]],
};

export { type Account, accountFacts, accountSchema } from './account.ts';
export { type Fill, fillSchema } from './fill.ts';
export { type Leg, legInputSchema, legSchema } from './leg.ts';
export * from './limits.ts';
export { type Note } from './figure.ts';
export { type Plan, planInputSchema, planSchema } from './plan.ts';
export { type InitialRisk, type Position } from './position.ts';
export { type PositionFacts, positionFacts } from './positionFacts.ts';
export { type TradelogRefusalCode } from './refusals.ts';
export { type PositionSnapshot, positionSnapshot } from './snapshot.ts';
export { type Strategy, strategyOf } from './strategy.ts';
export { type PositionView, positionView } from './view.ts';

export { type ChangeAccount, changeAccountPayload } from './commands/changeAccount.ts';
export { type CloseAccount, closeAccountPayload } from './commands/closeAccount.ts';
export { type ClosePosition, closePositionPayload } from './commands/closePosition.ts';
export { type CreatePosition, createPositionPayload } from './commands/createPosition.ts';
export { type OpenAccount, openAccountPayload } from './commands/openAccount.ts';
export { type RecordFill, recordFillPayload } from './commands/recordFill.ts';
export { type ReopenAccount, reopenAccountPayload } from './commands/reopenAccount.ts';
