export { syncLimits } from './limits.ts';
export {
  commandAnswerSchema,
  commandsAnswerSchema,
  commandsRequestSchema,
  cursorText,
  eventOf,
  eventSchema,
  eventsPageSchema,
  PROTOCOL_VERSION,
  readCursor,
  snapshotPageSchema,
  type CommandAnswer,
  type Cursor,
  type Event,
} from './protocol.ts';
export { syncRefusals, type SyncRefusalCode } from './refusals.ts';
