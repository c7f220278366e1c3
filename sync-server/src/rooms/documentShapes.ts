import { instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { limits } from './limits.ts';

const nameSchema = z.string().max(200).describe('Kind and key, as in day/2025-02-05 or notes/<position id>');
const bytesSchema = z.base64();

export const ticketSchema = z.object({
  ticket: z.string().describe('The subprotocol of the socket, as it is'),
  expires_at: instantSchema,
});

export const catchUpRequestSchema = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        name: nameSchema,
        state_vector: bytesSchema.describe('What the device has, as Yjs encodes it'),
        update: bytesSchema.optional().describe('What the server lacks, as far as the device knows; V1 encoding'),
      }),
    )
    .min(1, 'send at least one document')
    .max(limits.documentsPerRequest, `at most ${limits.documentsPerRequest} documents fit one request; send the rest in the next`)
    .meta({ examples: [[{ name: 'day/2025-02-05', state_vector: 'AA==' }]] }),
});

export const catchUpAnswerSchema = z.object({
  documents: z
    .array(
      z.discriminatedUnion('outcome', [
        z.object({
          outcome: z.literal('synced'),
          name: nameSchema,
          update: bytesSchema.describe('What the device lacked; apply it'),
          state_vector: bytesSchema.describe('What the server has now, durably'),
        }),
        z.object({
          outcome: z.literal('refused'),
          name: nameSchema,
          code: z.string().describe('One of the problem codes'),
          sentence: z.string().describe('The reason, for the trader'),
        }),
      ]),
    )
    .describe('One for each document, in the same order'),
});

export const documentListSchema = z.object({
  documents: z.array(
    z.object({ name: nameSchema, updated_at: instantSchema, bytes: z.int().min(0).describe('What it takes up, its history included') }),
  ),
  next_after: z.string().nullable().describe('Give this as `after` for the next page; null on the last one'),
});
