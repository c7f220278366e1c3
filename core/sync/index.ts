export { cursorText, readCursor, type Cursor } from './cursor.ts';
export { base64Of, bytesOf } from './documents/base64.ts';
export {
  areEqual,
  closeDocument,
  compacted,
  isWhole,
  NEVER_WRITTEN,
  openDocument,
  stateVectorOf,
  takeUpdate,
  updateSince,
  type OpenDocument,
  type StoredDocument,
} from './documents/document.ts';
export { kindNames, kindOf, type DocumentKind } from './documents/kinds.ts';
export {
  deniedMessage,
  missingMessage,
  presenceMessage,
  readMessage,
  readStored,
  stateVectorMessage,
  storedMessage,
  updateMessage,
  type Message,
} from './documents/messages.ts';
export { LEFT, type Presence } from './documents/presence.ts';
export { addParagraph, paragraphsOf } from './documents/richText.ts';
export { setTick, ticksOf } from './documents/ticks.ts';
export { syncLimits } from './limits.ts';
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
