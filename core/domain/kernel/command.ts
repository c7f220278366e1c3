import { z } from 'zod';
import { idSchema } from './id.ts';
import { instantSchema } from './instant.ts';
import type { Json } from './json.ts';

/** Something a person or a script wants to happen to one aggregate. Its id makes every retry safe. */
export const commandSchema = z.strictObject({
  command_id: z.string().regex(/^[\x21-\x7e]{1,200}$/, 'a command id is 1 to 200 printable characters without spaces'),
  type: z.string().max(60),
  aggregate_id: idSchema,
  // Whoever reads a command reads JSON, and its rule judges what the payload says; walking it here as well would be for nothing.
  payload: z.unknown() as z.ZodType<Json>,
  occurred_at: instantSchema.optional(),
  expected_version: z.int().min(0).optional(),
});

export type Command = z.infer<typeof commandSchema>;
