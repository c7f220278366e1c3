import { idSchema, instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';

export const positionParams = z.object({ id: idSchema });

/** Adds to a history: nothing is lost when somebody else added meanwhile, so a version is checked only when given. */
export const append = { ifMatch: 'optional', idempotencyKey: 'optional' } as const;
/** Replaces something a person looked at: the version they looked at must be said. */
export const edit = { ifMatch: 'required', idempotencyKey: 'optional' } as const;

export const occurredAt = instantSchema.optional().describe('When it happened in the market; now when left out');
