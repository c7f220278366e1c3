import { z } from 'zod';
import {
  type Aggregate,
  type FoldedFact,
  type Id,
  type NewFact,
  asJson,
  idSchema,
  instantSchema,
  lineSchema,
  proseSchema,
} from '../kernel/index.ts';
import { LONGEST_CAPTION, LONGEST_FILE_NAME, MOST_FILE_BYTES, MOST_PIXELS_A_SIDE } from './limits.ts';
import { mediaTypeSchema } from './mediaType.ts';
import { subjectSchema } from './subject.ts';

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'a file is named by its SHA-256, 64 small hexadecimal digits');

const side = z.int().min(1).max(MOST_PIXELS_A_SIDE).nullable();

const added = z.strictObject({
  subject: subjectSchema,
  hash: hashSchema.describe('SHA-256 of the file'),
  media_type: mediaTypeSchema,
  bytes: z.int().min(1).max(MOST_FILE_BYTES),
  width: side.describe('As it is looked at, in pixels; null for a PDF'),
  height: side,
  file_name: lineSchema(LONGEST_FILE_NAME).meta({ examples: ['entry.png'] }),
  caption: proseSchema(LONGEST_CAPTION).nullable(),
});

/** A picture or document that belongs to something the trader did or wrote. */
export const attachmentSchema = added.extend({
  id: idSchema,
  added_at: instantSchema,
  removed_at: instantSchema.nullable(),
});

export type Attachment = z.infer<typeof attachmentSchema>;

export const attachmentFacts = {
  AttachmentAdded: added,
  AttachmentRemoved: z.strictObject({}),
  AttachmentRestored: z.strictObject({}),
};

type AttachmentFacts = { [Type in keyof typeof attachmentFacts]: z.infer<(typeof attachmentFacts)[Type]> };

export function attachmentFact<Type extends keyof AttachmentFacts>(id: Id, type: Type, payload: AttachmentFacts[Type]): NewFact {
  return { aggregate_type: 'attachment', aggregate_id: id, type, payload: asJson(payload) };
}

export const attachmentAggregate: Aggregate<Attachment> = { type: 'attachment', facts: attachmentFacts, evolve };

function evolve(attachment: Attachment | undefined, { type, aggregate_id, payload, recorded_at }: FoldedFact): Attachment {
  if (type === 'AttachmentAdded') {
    return { id: aggregate_id, ...(payload as AttachmentFacts['AttachmentAdded']), added_at: recorded_at, removed_at: null };
  }
  const known = attachment as Attachment;
  if (type === 'AttachmentRemoved') return { ...known, removed_at: recorded_at };
  return type === 'AttachmentRestored' ? { ...known, removed_at: null } : known;
}
