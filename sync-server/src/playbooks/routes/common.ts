import { idSchema, kernelRefusals, type Refusal } from '@taffrail/domain/kernel';
import { contentInputSchema, contentSchema } from '@taffrail/domain/playbooks';
import { z } from 'zod';
import type { Caller } from '../../http/index.ts';

export const params = z.object({ id: idSchema });

export const append = { ifMatch: 'optional', idempotencyKey: 'optional' } as const;
export const edit = { ifMatch: 'required', idempotencyKey: 'optional' } as const;

/** A playbook as it is written by hand, with its fields by the name that doors give them. */
const { fields: schema, ...terms } = contentInputSchema.shape;
export const contentBody = z.strictObject({ ...terms, schema });

export type ContentBody = z.infer<typeof contentBody>;

/** As much of it as somebody changes: nothing is put in for what is left out. */
const { fields: _, ...replaced } = contentSchema.shape;
export const contentChange = z.strictObject({ ...replaced, schema }).partial();

export type ContentChange = z.infer<typeof contentChange>;

export const contentFrom = ({ schema: fields, ...content }: ContentBody) => ({ ...content, fields });

/** Where the rules take a command with a version and without, and a door has it replace what somebody looked at. */
export function versionMissing({ headers }: Caller, noun: string, currentVersion: number): Refusal | undefined {
  return headers.ifMatch === undefined ? kernelRefusals.version_required({ noun, current_version: currentVersion }) : undefined;
}
