import { idSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';

const line = { key: z.string(), label: z.string() };
const place = z.int().min(1);
const changes = z.array(
  z.strictObject({
    what: z.string().describe('A name, or a path such as `risk_schedule.A`'),
    from: z.json().describe('null where there was none'),
    to: z.json(),
  }),
);
const version = z.strictObject({ id: idSchema, version: place });

export const differenceShape = z.strictObject({
  from: version,
  to: version,
  changed: changes,
  fields: z.strictObject({
    added: z.array(z.strictObject({ ...line, place })),
    removed: z.array(z.strictObject({ ...line, place })),
    moved: z.array(z.strictObject({ ...line, from: place, to: place })),
    changed: z.array(z.strictObject({ ...line, changes })),
  }),
});
