import { z } from 'zod';
import { syncLimits } from './limits.ts';
import { eventSchema } from './protocol.ts';

/** What names an import: the SHA-256 of its facts, so that the same file sent again goes on where it stopped. */
export const importIdSchema = z
  .string()
  .regex(/^[\da-f]{64}$/, 'an import is named by the SHA-256 of its facts, 64 small hexadecimal digits')
  .meta({ examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'] });

export const importPageSchema = z.strictObject({
  after: z.int().min(0).describe('How many facts come before these'),
  facts: z
    .array(eventSchema)
    .min(1, 'send at least one fact')
    .max(syncLimits.eventsPerPage, `at most ${syncLimits.eventsPerPage} facts fit one request; send the rest in the next`)
    .describe('As /api/events shows them, from the first one on'),
});

export const importHeldSchema = z.object({ held: z.int().min(0).describe('How many of its facts have arrived; go on behind them') });

export const importFinishSchema = z.strictObject({ facts: z.int().min(1).describe('How many there are in all') });

export const importDoneSchema = z.object({
  log_id: z.string().describe('The log that the facts are in from now on'),
  last_seq: z.int().min(1),
});
