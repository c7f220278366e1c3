import type { Refusal } from '@taffrail/domain/kernel';
import { readCursor, type Cursor } from '@taffrail/sync';
import { z } from 'zod';
import { wholeNumber } from './query.ts';
import { httpRefusals } from './refusals.ts';

export const streamQuerySchema = z.object({
  last_seq: wholeNumber(0, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe('Begin after this fact; 0 replays everything, and without it the stream begins with the next fact'),
  log: z.string().optional().describe('The log that last_seq counts in; the one of this book when left out'),
  workspace: z
    .string()
    .optional()
    .describe(
      'The workspace, for an EventSource, which sends no headers of its own; where there is a Taffrail-Workspace header, that counts',
    ),
});

/** Where a stream resumes. The header wins: a browser that reconnects keeps its URL and moves only the header. */
export function resumeFrom(
  lastEventId: string | null,
  query: z.infer<typeof streamQuerySchema>,
  logId: string,
): { readonly cursor?: Cursor } | Refusal {
  if (lastEventId !== null && lastEventId !== '') {
    const cursor = readCursor(lastEventId);
    return cursor ? { cursor } : httpRefusals.malformed_cursor();
  }
  return query.last_seq === undefined ? {} : { cursor: { log_id: query.log ?? logId, seq: query.last_seq } };
}
