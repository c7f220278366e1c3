import {
  type Breach,
  type MeasuredSession,
  type Override,
  declareOverridePayload,
  findingSchema,
  sessionMetricsSchema,
} from '@taffrail/domain/discipline';
import { idSchema, instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';

/** What the doors of discipline answer with, and what its files hold. */

export const breachShape = findingSchema.extend({
  id: idSchema,
  recorded_at: instantSchema,
  withdrawn: z
    .strictObject({ at: instantSchema, because: z.enum(['trade_changed', 'rules_changed']) })
    .nullable()
    .describe('Since when it no longer holds, and why'),
});

export function breachView({ id, finding, recorded_at, withdrawn }: Breach): z.infer<typeof breachShape> {
  return { id, ...finding, recorded_at, withdrawn };
}

export const sessionShape = sessionMetricsSchema.extend({ id: idSchema, created_at: instantSchema.describe('When it was measured last') });

export function sessionView({ id, metrics, created_at }: MeasuredSession): z.infer<typeof sessionShape> {
  return { id, ...metrics, created_at };
}

export const overrideShape = declareOverridePayload.extend({ id: idSchema, declared_at: instantSchema });

export function overrideView(override: Override): z.infer<typeof overrideShape> {
  return { ...override, reasons: [...override.reasons] };
}
