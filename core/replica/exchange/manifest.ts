import { hashSchema } from '@taffrail/domain/attachments';
import { daySchema, instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';

/** Raised when an older Taffrail could no longer read what is in an export. */
export const EXPORT_VERSION = 1;

export const MANIFEST = 'manifest.json';
export const FACTS = 'facts.jsonl';
export const WAITING = 'waiting.jsonl';
export const CONFLICTS = 'conflicts.jsonl';
export const POSITIONS_SHEET = 'positions.csv';
export const FILLS_SHEET = 'fills.csv';

const count = z.int().min(0);

/** What an export says of itself, so that it can be looked at before anything is done with it. */
export const manifestSchema = z.object({
  format: z.literal('taffrail'),
  version: z.literal(EXPORT_VERSION),
  exported_at: instantSchema,
  /** What the book was called. */
  book: z.string(),
  /** The log that the facts are of; null where no server ever had the book. */
  log_id: z.string().nullable(),
  contents: z.object({
    facts: count,
    waiting: count,
    conflicts: count,
    accounts: z.array(z.string()),
    positions: count,
    first_day: daySchema.nullable(),
    last_day: daySchema.nullable(),
    documents: count,
    attachments: count,
  }),
  /** What the device did not have and could not fetch. */
  missing: z.object({ facts: count, attachments: z.array(hashSchema) }),
  files: z.array(z.object({ name: z.string(), bytes: count, sha256: hashSchema })),
});

export type Manifest = z.infer<typeof manifestSchema>;

const DOCUMENT = /^documents\/(.+)\.yjs$/;
const ATTACHMENT = /^attachments\/([\da-f]{64})\.[a-z]+$/;

export const documentFile = (name: string): string => `documents/${name}.yjs`;
export const documentIn = (file: string): string | undefined => DOCUMENT.exec(file)?.[1];

export const attachmentFile = (hash: string, mediaType: string): string => `attachments/${hash}.${mediaType.split('/')[1] ?? 'bin'}`;
export const attachmentIn = (file: string): string | undefined => ATTACHMENT.exec(file)?.[1];
