import { commandSchema, idSchema, type Fact } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { syncLimits } from './limits.ts';

/** Raised when an older device could no longer understand an answer. */
export const PROTOCOL_VERSION = 1;

const place = z.int().min(0);
const details = z.record(z.string(), z.json());

/** A fact as every stream, page and answer shows it. */
export const eventSchema = z.object({
  event_id: idSchema.describe('Unique; a device that sees it twice drops the second'),
  event_seq: z.int().min(1).describe('Its place in the log; the next fact has the next number'),
  type: z.string().describe('What happened'),
  aggregate_type: z.string().describe('What kind of thing it happened to'),
  aggregate_id: idSchema.describe('Which one'),
  aggregate_version: z.int().min(1).describe('The version it brought that thing to'),
  occurred_at: z.string().describe('When it happened in the market'),
  recorded_at: z.string().describe('When the log learned of it'),
  command_id: z.string().describe('The command that caused it'),
  payload: z.json().describe('What happened in full; its shape depends on the type'),
});

export type Event = z.infer<typeof eventSchema>;

/** Who asked stays on the server: a desk's members see what happened, the audit trail says by whom. */
export function eventOf({ actor: _, ...event }: Fact): Event {
  return event as Event;
}

const exampleCommand = {
  command_id: '01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a91',
  type: 'OpenAccount',
  aggregate_id: '01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a90',
  payload: { name: 'Margin', broker: 'IBKR', currency: 'USD', zone: 'America/New_York' },
};

export const commandsRequestSchema = z.strictObject({
  commands: z
    .array(commandSchema)
    .min(1, 'send at least one command')
    .max(syncLimits.commandsPerRequest, `at most ${syncLimits.commandsPerRequest} commands fit one request; send the rest in the next`)
    .describe('In the order they were made')
    .meta({ examples: [[exampleCommand]] }),
});

export const commandAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.enum(['accepted', 'duplicate']).describe('duplicate: the same command had been accepted before; this is that answer again'),
    command_id: z.string(),
    recorded_at: z.string(),
    version: z.int().describe('The version its aggregate had reached'),
    events: z.array(eventSchema),
  }),
  z.object({
    outcome: z.literal('refused'),
    command_id: z.string(),
    code: z.string().describe('One of the problem codes'),
    sentence: z.string().describe('The reason, for the trader'),
    details,
    current_version: z.int().optional().describe('Where the refusal is about a version: the one that is true now'),
  }),
]);

export type CommandAnswer = z.infer<typeof commandAnswerSchema>;

export const commandsAnswerSchema = z.object({ answers: z.array(commandAnswerSchema).describe('One for each command, in the same order') });

export const eventsPageSchema = z.object({
  protocol: z.literal(PROTOCOL_VERSION),
  log_id: z.string().describe('Changes when the book is replaced by another; a cursor is good for one log'),
  last_seq: place.describe('The end of the log at this moment'),
  events: z.array(eventSchema),
  next_after: place.describe('Give this as `after` for the next page'),
});

export const snapshotPageSchema = z.object({
  protocol: z.literal(PROTOCOL_VERSION),
  log_id: z.string(),
  cursor: place.describe('Follow the log from here. Each page has its own; follow from the one of the first page'),
  aggregates: z.array(z.object({ aggregate_type: z.string(), aggregate_id: idSchema, version: z.int().min(1), state: z.json() })),
  next_after: z.string().nullable().describe('Give this as `after` for the next page; null on the last one'),
});
