export { cursorText, readCursor, type Cursor } from './cursor.ts';
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
