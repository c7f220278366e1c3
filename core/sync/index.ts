export { cursorText, readCursor, type Cursor } from './cursor.ts';
export { base64Of, bytesOf } from './documents/base64.ts';
export {
  catchUpAnswerSchema,
  catchUpRequestSchema,
  documentListSchema,
  ticketSchema,
  type CatchUpAnswer,
  type CatchUpRequest,
  type DocumentList,
} from './documents/catchUp.ts';
export { readDayChecklists, setDayChecklist, type DayChecklist } from './documents/dayChecklists.ts';
export {
  areEqual,
  closeDocument,
  compacted,
  compacting,
  isWhole,
  NEVER_WRITTEN,
  openDocument,
  stateVectorOf,
  takeUpdate,
  updateSince,
  type OpenDocument,
  type StoredDocument,
} from './documents/document.ts';
export { openCompany, type Company } from './documents/company.ts';
export { madeOf } from './documents/elements.ts';
export { kindNames, kindOf, type DocumentKind } from './documents/kinds.ts';
export {
  deniedMessage,
  missingMessage,
  presenceMessage,
  readDenied,
  readMessage,
  readStored,
  stateVectorMessage,
  storedMessage,
  updateMessage,
  type Message,
} from './documents/messages.ts';
export { piecesOf } from './documents/pieces.ts';
export { LEFT, type Presence } from './documents/presence.ts';
export { addParagraph, bodyOf, onText, paragraphsOf, setParagraphs, type TextPart } from './documents/richText.ts';
export {
  addDraftField,
  draftContentOf,
  fillDraft,
  moveDraftField,
  readDraft,
  removeDraftField,
  restoreDraftField,
  setDraft,
  setDraftField,
  type DraftField,
  type DraftFieldValues,
  type DraftHead,
  type PlaybookDraft,
} from './documents/playbookDraft.ts';
export {
  answerText,
  commentText,
  fillAnswers,
  readAnswers,
  readResponseHead,
  setAnswer,
  setResponseHead,
  type AnsweredField,
  type Answers,
  type AnswerValue,
  type ResponseHead,
} from './documents/responseDraft.ts';
export { richTextIn, setRichText } from './documents/richTextJson.ts';
export { stepsOf } from './documents/steps.ts';
export { onTicks, setTick, ticksOf } from './documents/ticks.ts';
export { authorsIn, isAheadOf, merged, onArriving, onChange, onWriting, saysNothing } from './documents/writing.ts';
export {
  factProblem,
  findMisplaced,
  importDoneSchema,
  importFinishSchema,
  importHeldSchema,
  importIdSchema,
  importPageSchema,
  payloadProblem,
  problemOf,
} from './imports.ts';
export { syncLimits } from './limits.ts';
export { noticeKindNames, noticeKinds, type NoticeKind, type NoticeSaid } from './notices/kinds.ts';
export {
  isInFeed,
  isPushed,
  noticeChoicesSchema,
  noticeFeedSchema,
  readNotice,
  type ChosenKinds,
  type Notice,
  type NoticeChoices,
  type NoticeDraft,
  type NoticeSubject,
  type QuietHours,
} from './notices/notices.ts';
export {
  pushPlaceSchema,
  pushStateSchema,
  pushSubscriptionSchema,
  type Push,
  type PushPlace,
  type PushState,
  type PushSubscriptionSaid,
} from './notices/push.ts';
export {
  commandsAnswerSchema,
  commandsRequestSchema,
  eventOf,
  eventSchema,
  eventsPageSchema,
  PROTOCOL_VERSION,
  snapshotPageSchema,
  type CommandAnswer,
  type Event,
} from './protocol.ts';
export { refusalCodes, syncRefusals, type SyncRefusalCode } from './refusals.ts';
