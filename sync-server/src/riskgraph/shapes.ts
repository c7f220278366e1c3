import { daySchema, idSchema, instantSchema } from '@taffrail/domain/kernel';
import { geometrySchema, riskFiguresSchema, shapes, strategySchema, templateTermsSchema } from '@taffrail/domain/riskgraph';
import { z } from 'zod';

const { versions: _, removed_at: __, ...said } = strategySchema.shape;

export const strategyShape = z.strictObject({
  ...said,
  version: z.int().min(1).describe('What If-Match is to say'),
  strategy: z.enum(shapes).describe('What its legs are together'),
  side: geometrySchema.shape.side.nullable(),
  strike: geometrySchema.shape.strike.nullable(),
  width: geometrySchema.shape.width,
  expiration: daySchema.nullable().describe('Of the leg that expires first'),
  dte: z.int().nullable().describe('Calendar days until then, in New York'),
  sort_order: z.int().min(0),
  is_active: z.boolean(),
  created_at: instantSchema,
  updated_at: instantSchema,
});

export const templateShape = templateTermsSchema.extend({
  id: idSchema,
  version: z.int().min(1).describe('What If-Match is to say'),
  created_at: instantSchema,
  use_count: z.int().min(0).describe('Strategies made from it in this book'),
});

export const artifactShape = z.strictObject({
  id: idSchema,
  position_id: idSchema,
  position_version: z.int().min(1).describe('What of the position it was worked out from'),
  computed_at: instantSchema,
  figures: riskFiguresSchema,
});
