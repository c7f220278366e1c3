import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What a caller may send. */
export const sentSchema = (schema: z.ZodType): JsonSchema => toJsonSchema(schema, 'input');

/** What a caller gets. */
export const answeredSchema = (schema: z.ZodType): JsonSchema => toJsonSchema(schema, 'output');

/**
 * The dialect is OpenAPI 3.1's own and goes without saying. The one recursive schema there is is any JSON at all, which
 * an empty schema says as well; a reference into itself would point nowhere once the schema is part of a document.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['$schema', '$defs', '$ref']);

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const full = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return JSON.parse(JSON.stringify(full, (key, value: unknown) => (LEFT_OUT.has(key) ? undefined : value))) as JsonSchema;
}

export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** Parameters travel as text: what they mean is what comes out of their schema, whether they are needed is what goes in. */
export function parametersOf(schema: z.ZodObject | undefined): Parameter[] {
  if (!schema) return [];
  const required = new Set(sentSchema(schema).required);
  return Object.entries(answeredSchema(schema).properties ?? {}).map(([name, property]) => ({
    name,
    required: required.has(name),
    schema: property as JsonSchema,
  }));
}
