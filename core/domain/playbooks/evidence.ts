import { z } from 'zod';
import { idSchema, proseSchema } from '../kernel/index.ts';
import { fieldKeySchema } from './field.ts';
import { LONGEST_EVIDENCE_NOTE, LONGEST_URL, MOST_FIELDS } from './limits.ts';

/** Where it can be looked at. An address is kept as it was given; nothing of ours ever goes there by itself. */
export const evidenceSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attachment'), id: idSchema }),
  z.strictObject({
    kind: z.literal('url'),
    url: z
      .string('an address is text')
      .max(LONGEST_URL, `an address is at most ${LONGEST_URL} characters long`)
      .regex(
        /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i,
        'an address begins with http:// or https://, names a host, and has neither a password nor spaces',
      )
      .regex(/^[\x21-\x7e]*$/, 'an address is written in plain characters; copy it from the line of your browser')
      .meta({ examples: ['https://example.org/chart'] }),
  }),
]);

export type EvidenceSource = z.infer<typeof evidenceSourceSchema>;

/** What shows that fields were answered truly; one picture may speak for several of them. */
export const evidenceSchema = z.strictObject({
  evidence_id: idSchema,
  field_keys: z
    .array(fieldKeySchema)
    .min(1, 'evidence speaks for at least one field')
    .max(MOST_FIELDS, `evidence speaks for at most ${MOST_FIELDS} fields`)
    .refine((keys) => new Set(keys).size === keys.length, 'the same field is there twice')
    .meta({ examples: [['above_average_volume']] }),
  source: evidenceSourceSchema,
  note: proseSchema(LONGEST_EVIDENCE_NOTE).nullable(),
});

export type Evidence = z.infer<typeof evidenceSchema>;
