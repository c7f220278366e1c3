import { daySchema, idSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';

export const tag = 'Discipline';

export const params = z.object({ id: idSchema });

export const dayRange = {
  from: daySchema.optional().describe('The first trading day'),
  to: daySchema.optional().describe('The last trading day'),
};
