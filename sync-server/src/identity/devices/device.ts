import { idSchema, instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';

export const deviceKindSchema = z.enum(['extension', 'phone', 'script']).describe('What it is, for the list of devices');

export type DeviceKind = z.infer<typeof deviceKindSchema>;

export const scopeSchema = z
  .enum(['read', 'write'])
  .describe('What it may do, fixed when it is paired; write includes read. Never more than its trader may do in the workspace');

export const deviceNameSchema = z
  .string()
  .trim()
  .min(1, 'a device needs a name to be told from the others')
  .max(60, 'a name of a device has at most 60 characters')
  // What is shown before somebody approves must not rewrite the line it stands in.
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'a name of a device takes letters, digits, signs and spaces only')
  .meta({ examples: ['Chart panel'] });

/** A device as the list shows it. */
export const deviceSchema = z.strictObject({
  id: idSchema,
  workspace_id: z.string(),
  kind: deviceKindSchema,
  name: z.string(),
  scope: scopeSchema,
  paired_at: instantSchema,
  used_at: instantSchema.nullable().describe('When it last asked for anything, to the minute'),
  used_from: z.string().nullable().describe('The address it last asked from'),
  revoked_at: instantSchema.nullable().describe('Since when it is let in no longer'),
});

export type Device = z.infer<typeof deviceSchema>;
