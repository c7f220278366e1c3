import type { Context } from '../kernel/index.ts';
import { accountAggregate } from './account.ts';
import { adjustPosition } from './commands/adjustPosition.ts';
import { attachFills } from './commands/attachFills.ts';
import { cancelOrder } from './commands/cancelOrder.ts';
import { changeAccount } from './commands/changeAccount.ts';
import { closeAccount } from './commands/closeAccount.ts';
import { closePosition } from './commands/closePosition.ts';
import { correctFill } from './commands/correctFill.ts';
import { createPosition } from './commands/createPosition.ts';
import { detachFills } from './commands/detachFills.ts';
import { executeOrder } from './commands/executeOrder.ts';
import { linkRiskArtifact } from './commands/linkRiskArtifact.ts';
import { mergePositions } from './commands/mergePositions.ts';
import { openAccount } from './commands/openAccount.ts';
import { placeOrder } from './commands/placeOrder.ts';
import { recordFill } from './commands/recordFill.ts';
import { reopenAccount } from './commands/reopenAccount.ts';
import { reviseJournalEntry } from './commands/reviseJournalEntry.ts';
import { settleLeg } from './commands/settleLeg.ts';
import { splitPosition } from './commands/splitPosition.ts';
import { transferIn } from './commands/transferIn.ts';
import { transferOut } from './commands/transferOut.ts';
import { voidFill } from './commands/voidFill.ts';
import { withdrawJournalEntry } from './commands/withdrawJournalEntry.ts';
import { writeJournalEntry } from './commands/writeJournalEntry.ts';
import { journalEntryAggregate } from './journalEntry.ts';
import { orderAggregate } from './order.ts';
import { positionAggregate } from './position.ts';
import { refusals } from './refusals.ts';

/** What happened to the trader's money, what was intended, and what was felt about it. */
export const tradelog: Context = {
  name: 'tradelog',
  aggregates: [accountAggregate, positionAggregate, orderAggregate, journalEntryAggregate],
  commands: [
    openAccount,
    changeAccount,
    closeAccount,
    reopenAccount,
    createPosition,
    adjustPosition,
    closePosition,
    linkRiskArtifact,
    recordFill,
    correctFill,
    voidFill,
    settleLeg,
    transferIn,
    transferOut,
    attachFills,
    detachFills,
    splitPosition,
    mergePositions,
    placeOrder,
    executeOrder,
    cancelOrder,
    writeJournalEntry,
    reviseJournalEntry,
    withdrawJournalEntry,
  ],
  refusals,
};

export { type Account, accountSchema } from './account.ts';
export { exitPriceOf } from './exit.ts';
export { type Note } from './figure.ts';
export { type Fill, fillSchema } from './fill.ts';
export { type JournalEntry, journalEntrySchema } from './journalEntry.ts';
export { type Leg, legInputSchema, legSchema } from './leg.ts';
export * from './limits.ts';
export { type Order, orderSchema } from './order.ts';
export { outcomeOf } from './outcome.ts';
export { type Plan, planSchema } from './plan.ts';
export { type InitialRisk, type Position } from './position.ts';
export { type PositionFacts } from './positionFacts.ts';
export { type Profit } from './profit.ts';
export { plannedRiskOf } from './risk.ts';
export { readShorthand, type SaidLeg, type Shorthand } from './shorthand/shorthand.ts';
export { sizeOf } from './size.ts';
export { positionSnapshot } from './snapshot.ts';
export { fillsCsv, positionsCsv } from './spreadsheet.ts';
export { type Strategy, strategyOf } from './strategy.ts';
export { type Structure, structureOf } from './structure.ts';
export { type PositionView, positionView } from './view.ts';

export { type AdjustPosition, adjustPositionPayload } from './commands/adjustPosition.ts';
export { type AttachFills, attachFillsPayload } from './commands/attachFills.ts';
export { type CancelOrder } from './commands/cancelOrder.ts';
export { type ChangeAccount, changeAccountPayload } from './commands/changeAccount.ts';
export { type CloseAccount } from './commands/closeAccount.ts';
export { type ClosePosition, closePositionPayload } from './commands/closePosition.ts';
export { type CorrectFill, correctFillPayload } from './commands/correctFill.ts';
export { type CreatePosition, createPositionPayload } from './commands/createPosition.ts';
export { type DetachFills, detachFillsPayload } from './commands/detachFills.ts';
export { type ExecuteOrder, executeOrderPayload } from './commands/executeOrder.ts';
export { type LinkRiskArtifact, linkRiskArtifactPayload } from './commands/linkRiskArtifact.ts';
export { type MergePositions, mergePositionsPayload } from './commands/mergePositions.ts';
export { type OpenAccount, openAccountPayload } from './commands/openAccount.ts';
export { type PlaceOrder, placeOrderPayload } from './commands/placeOrder.ts';
export { type RecordFill, recordFillPayload } from './commands/recordFill.ts';
export { type ReopenAccount } from './commands/reopenAccount.ts';
export { type ReviseJournalEntry, reviseJournalEntryPayload } from './commands/reviseJournalEntry.ts';
export { type SettleLeg, settleLegPayload } from './commands/settleLeg.ts';
export { type SplitPosition, splitPositionPayload } from './commands/splitPosition.ts';
export { type TransferIn, transferInPayload } from './commands/transferIn.ts';
export { type TransferOut, transferOutPayload } from './commands/transferOut.ts';
export { type VoidFill, voidFillPayload } from './commands/voidFill.ts';
export { type WithdrawJournalEntry, withdrawJournalEntryPayload } from './commands/withdrawJournalEntry.ts';
export { type WriteJournalEntry, writeJournalEntryPayload } from './commands/writeJournalEntry.ts';
